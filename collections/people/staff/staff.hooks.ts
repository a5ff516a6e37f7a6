import type { CollectionBeforeChangeHook, CollectionBeforeDeleteHook, PayloadRequest } from 'payload'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { addErrorLabels, type CodesOf } from '@/src/lib/error-labels'
import { AppError } from '@/src/lib/errors'
import { actorOf } from '@/src/mechanisms/access/actor'
import { execute, query } from '@/src/mechanisms/database/query'

const errorWords = addErrorLabels({
  'staff.self': {
    ru: 'Себя не отключить: это делает другой администратор',
    en: 'You cannot switch yourself off: another administrator does',
  },
  'staff.lastAdmin': {
    ru: 'Это последний администратор. Сначала назначьте другого',
    en: 'This is the last administrator. Appoint another one first',
  },
})

declare module '@/src/lib/errors' {
  interface ErrorCodes extends CodesOf<typeof errorWords> {}
}

type Right = { role?: unknown; active?: unknown }
const isAdmin = ({ role, active }: Right): boolean => role === 'admin' && active === true

/** Nobody takes their own entrance away, and one administrator who can come in always stays, whoever writes and however many at once. */
export const keepAdminOnChange: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  if (operation === 'update' && isAdmin(originalDoc) && !isAdmin({ ...originalDoc, ...data }))
    await keepAdmin(req, String(originalDoc.id))
  return data
}

/** The same for an administrator who is deleted; nobody deletes themselves. */
export const keepAdminOnDelete: CollectionBeforeDeleteHook = ({ id, req }) => keepAdmin(req, String(id))

async function keepAdmin(req: PayloadRequest, id: string): Promise<void> {
  const actor = await actorOf(req)
  if (actor.collection === 'staff' && actor.id === id)
    throw new AppError('staff.self', {}, { status: 409, field: 'active' })
  // One at a time: of two administrators who switch each other off, the second finds what the first has done.
  await execute(req, sql`select pg_advisory_xact_lock(hashtext('staff.lastAdmin'))`)
  const [row] = await query<{ safe: boolean }>(
    req,
    // Whoever acts is signed in and so can come in again; of others it is known by their password.
    sql`select not coalesce((select role = 'admin' and active from staff where id = ${id}), false)
            or exists (select 1 from staff where role = 'admin' and active and id <> ${id} and (hash is not null or id = ${actor.collection === 'staff' ? actor.id : null})) as safe`,
  )
  if (!row?.safe) throw new AppError('staff.lastAdmin', {}, { status: 409, field: 'active' })
}
