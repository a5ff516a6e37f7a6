import type { CollectionAfterChangeHook, CollectionBeforeDeleteHook, PayloadRequest } from 'payload'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { actorOf, isStaff } from '@/src/mechanisms/access/actor'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { execute } from '@/src/mechanisms/database/query'
import { closeMembership } from '@/collections/people/people.api'
import { idOf } from '@/hooks/announceChanges'
import { givenByAnother } from './contact.rules'
import { applyPortalAccess } from './contact.actions'

const DECIDES = ['portalAccess', 'email', 'portalRole', 'company'] as const

/** «Доступ в личный кабинет» ticked in the panel opens and closes the portal as the flag of 1C does. */
export const applyFlag: CollectionAfterChangeHook = async ({ doc, previousDoc, req }) => {
  if (!isStaff(await actorOf(req))) return
  await leaveFormerCompany(doc, previousDoc, req)
  const moved = DECIDES.some(
    (field) =>
      (idOf(doc[field]) ?? doc[field] ?? null) !== (idOf(previousDoc?.[field]) ?? previousDoc?.[field] ?? null),
  )
  if (moved && (doc.portalAccess === true || previousDoc?.portalAccess === true))
    await runAction(applyPortalAccess, { req, input: { contact: String(doc.id) } })
}

/** A contact that is taken away takes its access along. */
export const closeBeforeDelete: CollectionBeforeDeleteHook = async ({ id, req }) => {
  if (!isStaff(await actorOf(req))) return
  const closed = await execute(req, sql`update contacts set portal_access = false where id = ${id} and portal_access`)
  if (closed > 0) await runAction(applyPortalAccess, { req, input: { contact: String(id) } })
}

/** A contact that goes over to another client loses the access to the former one. */
async function leaveFormerCompany(
  doc: Record<string, unknown>,
  before: Record<string, unknown> | undefined,
  req: PayloadRequest,
): Promise<void> {
  const [former, user] = [idOf(before?.company), idOf(before?.user)]
  if (!former || !user || former === idOf(doc.company)) return
  const unless = givenByAnother({ user, company: former, than: String(doc.id) })
  await closeMembership(req, { user, company: former, by: 'portal', unless })
}
