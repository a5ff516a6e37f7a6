import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload, PayloadRequest } from 'payload'
import type { postgresAdapter } from '@payloadcms/db-postgres'
import { AppError } from '@/src/lib/errors'
import { execute } from './query'

type Made = ReturnType<typeof postgresAdapter>

/** What of their preferences one person may leave with the portal: letters of a key, bytes of a value, keys. */
export const PREFERENCE_LIMITS = { key: 200, bytes: 16 * 1024, keys: 200 } as const

const SLUG = 'payload-preferences'

/**
 * Payload keeps whatever a browser sends it under any key, by an address of its own and by the panel's server
 * functions; only the database sees them all. Of more keys than enough, those longest untouched go.
 */
export function withPreferenceLimits(made: Made): Made {
  return {
    ...made,
    init: (args) => {
      const adapter = made.init(args)
      const { create, updateOne, upsert } = adapter
      adapter.create = async (asked) => {
        if (asked.collection !== SLUG) return create.call(adapter, asked)
        check(asked.data)
        return kept(args.payload, asked.req, await create.call(adapter, asked))
      }
      adapter.updateOne = async (asked) => {
        if (asked.collection === SLUG) check(asked.data)
        return updateOne.call(adapter, asked)
      }
      adapter.upsert = async (asked) => {
        if (asked.collection !== SLUG) return upsert.call(adapter, asked)
        check(asked.data)
        return kept(args.payload, asked.req, await upsert.call(adapter, asked))
      }
      return adapter
    },
  }
}

function check({ key, value }: Record<string, unknown>): void {
  const bytes = Buffer.byteLength(JSON.stringify(value ?? null))
  if (String(key ?? '').length > PREFERENCE_LIMITS.key || bytes > PREFERENCE_LIMITS.bytes)
    throw new AppError('preference.tooLarge', {}, { status: 413 })
}

async function kept<Row>(payload: Payload, req: Partial<PayloadRequest> | undefined, row: Row): Promise<Row> {
  const { id } = row as { id: string } // every row has one
  const runner = { payload, ...(req?.transactionID === undefined ? {} : { transactionID: req.transactionID }) }
  await execute(
    runner,
    sql`delete from payload_preferences where id in (
          select p.id from payload_preferences_rels mine
            join payload_preferences_rels r on r.path = 'user' and r.users_id is not distinct from mine.users_id and r.staff_id is not distinct from mine.staff_id
            join payload_preferences p on p.id = r.parent_id
          where mine.parent_id = ${id} and mine.path = 'user'
          order by p.id = ${id} desc, p.updated_at desc offset ${PREFERENCE_LIMITS.keys})`,
  )
  return row
}
