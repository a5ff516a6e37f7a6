import { sql } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import { isZone } from '@/src/lib/dates'
import { AppError } from '@/src/lib/errors'
import { everyoneInCabinet } from '@/src/mechanisms/access/roles'
import { defineAction } from '@/src/mechanisms/actions/defineAction'
import { execute, query } from '@/src/mechanisms/database/query'
import { selectFrom } from '@/src/mechanisms/database/selectFrom'
import { defineJob } from '@/src/mechanisms/jobs/defineJob'
import { enqueue } from '@/src/mechanisms/jobs/enqueue'
import { recordEvent } from '@/src/mechanisms/events/recordEvent'
import { endSession, endSessions, sidOf } from '@/src/mechanisms/sessions/sessions'
import { companyBook } from '../memberships/companyBook'
import { nameInput, phoneOrNothing } from './user.registration.actions'

/** A person's own data. The address and the password have their own ways. */
export const updateProfileAction = defineAction({
  name: 'users.updateProfile',
  label: { ru: 'Изменён профиль', en: 'Changed the profile' },
  input: z.object({
    name: nameInput,
    phone: phoneOrNothing.optional(),
    locale: z.enum(['ru', 'en']).optional(),
    timezone: z.string().max(60).refine(isZone, 'input.invalid').optional(),
    mailNotifications: z.boolean().optional(),
  }),
  may: everyoneInCabinet,
  about: { entity: 'users', ids: (_input, { id }) => (id ? [id] : []) },
  run: async ({ req, actor, input }) => {
    const [before] = await selectFrom(req, 'users', ['name', 'phone'], sql`where id = ${actor.id} for update`)
    await execute(
      req,
      sql`update users set name = ${input.name}, updated_at = now(),
            phone = case when ${input.phone !== undefined} then ${input.phone ?? null} else phone end,
            locale = coalesce(${input.locale ?? null}::enum_users_locale, locale),
            timezone = coalesce(${input.timezone ?? null}, timezone),
            mail_notifications = coalesce(${input.mailNotifications ?? null}::boolean, mail_notifications)
          where id = ${actor.id}`,
    )
    // The address book of their companies, and 1C, hear of what the person themselves changed.
    const own = { user: actor.id }
    if (before && before.name !== input.name) await companyBook().change(req, own, { name: input.name })
    if (input.phone && before?.phone !== input.phone) await companyBook().change(req, own, { phone: input.phone })
    await recordEvent(req, {
      type: 'users.profileChanged',
      entity: 'users',
      entityId: String(actor.id),
      internal: true,
    })
  },
})

/** Puts an uploaded picture (already made anew, see `setPhoto`) on the profile, or takes it off. */
export const setPhotoAction = defineAction({
  name: 'users.setPhoto',
  label: { ru: 'Изменена фотография', en: 'Changed the photo' },
  input: z.object({ media: z.uuid().nullable() }),
  may: everyoneInCabinet,
  remote: false,
  about: { entity: 'users', ids: (_input, { id }) => (id ? [id] : []) },
  run: async ({ req, actor, input }) => {
    const [before] = await selectFrom(req, 'users', { photo: 'photo_id' }, sql`where id = ${actor.id} for update`)
    await execute(req, sql`update users set photo_id = ${input.media}, updated_at = now() where id = ${actor.id}`)
    if (before?.photo) await enqueue(req, removePhotoJob, { media: before.photo })
  },
})

/** Takes an old photograph away, row and bytes; after the commit, for bytes do not come back with a rollback. */
export const removePhotoJob = defineJob<{ media: string }>({
  name: 'users.removePhoto',
  label: { ru: 'Убрать прежнюю фотографию', en: 'Remove the former photo' },
  lane: 'default',
  handler: async ({ media }, { req }) => {
    // A picture that is not a photograph of a person, or is in use again, stays.
    const [gone] = await query(
      req,
      sql`select 1 from media m where m.id = ${media} and m.person_id is not null and not exists (select 1 from users u where u.photo_id = m.id)`,
    )
    if (gone) await req.payload.delete({ collection: 'media', id: media, overrideAccess: true, req })
  },
})

/** Ends one of the person's own sessions, by the row of the list. */
export const endSessionAction = defineAction({
  name: 'users.endSession',
  label: { ru: 'Завершён вход', en: 'Ended a session' },
  input: z.object({ id: z.uuid() }),
  may: everyoneInCabinet,
  run: async ({ req, actor, input }) => {
    const [session] = await selectFrom(
      req,
      'login_sessions',
      ['sid'],
      sql`where id = ${input.id} and user_id = ${actor.id} and ended_at is null`,
    )
    if (!session) throw new AppError('record.notFound', {}, { status: 404 })
    await endSession(req, 'users', String(actor.id), session.sid)
  },
})

/** Ends all sessions of the person but the one they ask from. */
export const endOtherSessionsAction = defineAction({
  name: 'users.endOtherSessions',
  label: { ru: 'Выход на других устройствах', en: 'Signed out on other devices' },
  input: z.object({}),
  may: everyoneInCabinet,
  run: async ({ req, actor }) => ({ ended: await endSessions(req, 'users', String(actor.id), sidOf(req)) }),
})
