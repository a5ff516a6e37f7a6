import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Actor } from '@/src/mechanisms/access/actor'
import { query, type Runner } from '@/src/mechanisms/database/query'

export type OwnProfile = {
  name: string
  email: string
  phone: string | null
  locale: 'ru' | 'en'
  timezone: string
  mailNotifications: boolean
  /** Address of the photograph's small picture, behind the access check. */
  photo: string | null
}

/** What a person sees of themselves; null for whoever is not of the cabinet. */
export async function ownProfile(runner: Runner, actor: Actor): Promise<OwnProfile | null> {
  if (actor.collection !== 'users') return null
  const [row] = await query<Omit<OwnProfile, 'photo'> & { filename: string | null }>(
    runner,
    sql`select u.name, u.email, u.phone, coalesce(u.locale::text, 'ru') as locale, coalesce(u.timezone, 'Europe/Moscow') as timezone,
               coalesce(u.mail_notifications, true) as "mailNotifications", coalesce(m.sizes_thumb_filename, m.filename) as filename
        from users u left join media m on m.id = u.photo_id where u.id = ${actor.id}`,
  )
  if (!row) return null
  const { filename, ...profile } = row
  return { ...profile, photo: filename ? `/api/media/file/${encodeURIComponent(filename)}` : null }
}
