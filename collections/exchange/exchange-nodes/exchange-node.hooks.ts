import { sql } from '@payloadcms/db-postgres/drizzle'
import { ValidationError, type CollectionAfterChangeHook, type CollectionBeforeChangeHook } from 'payload'
import { defaultLocale, isLocale, say } from '@/src/lib/i18n'
import { query } from '@/src/mechanisms/database/query'
import { renameNodeJob } from '@/src/mechanisms/exchange/run/renameNode'
import { enqueue } from '@/src/mechanisms/jobs/enqueue'
import { exchangeNodeLabels as labels } from './exchange-node.labels'

/** What a node has brought bears its name: no two are called alike. */
export const keepOwnName: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const { name } = data as { name?: unknown } // an exchange node, whatever it holds
  if (typeof name !== 'string') return data
  const self = (originalDoc as { id?: string } | undefined)?.id ?? null
  const [taken] = await query(
    req,
    sql`select 1 from exchange_nodes where name = ${name} and id::text is distinct from ${self} limit 1`,
  )
  if (!taken) return data
  const locale = isLocale(req.i18n.language) ? req.i18n.language : defaultLocale
  throw new ValidationError({ errors: [{ path: 'name', message: say(labels.nameTaken, locale) }], req }, req.t)
}

/** A node that is called otherwise keeps what it brought. */
export const followName: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, req }) => {
  const [from, to] = [(previousDoc as { name?: string } | undefined)?.name, (doc as { name: string }).name]
  if (operation === 'update' && from && from !== to) await enqueue(req, renameNodeJob, { from, to })
}
