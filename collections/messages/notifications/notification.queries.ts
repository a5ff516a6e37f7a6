import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import type { Actor } from '@/src/mechanisms/access/actor'
import { accessOf } from '@/src/mechanisms/access/defineAccess'
import { idIs } from '@/src/mechanisms/database/ids'
import { query, type Runner } from '@/src/mechanisms/database/query'
import { notificationWords, type StoredNotification } from '@/src/mechanisms/notifications/notificationWords'
import { defaultLocale, type Locale } from '@/src/lib/i18n'

export type NotificationRow = { id: string; title: string; body: string | null; link: string | null; at: string; read: boolean }

const mine = (actor: Actor): SQL => sql`${accessOf('notifications').sql(actor, 'read', 'n')} and coalesce(n.in_feed, true)`

/** The person's feed, newest first. */
export async function feedOf(runner: Runner, actor: Actor, { limit = 50, offset = 0, locale = defaultLocale }: { limit?: number; offset?: number; locale?: Locale } = {}): Promise<{ rows: NotificationRow[]; unread: number }> {
  const rows = await query<NotificationRow & StoredNotification>(
    runner,
    sql`select n.id::text, n.title, n.body, n.link, n.created_at as at, n.read_at is not null as read, n.key, e.type, e.data
        from notifications n left join events e on e.id = n.event_id
        where ${mine(actor)} order by n.created_at desc, n.id limit ${limit} offset ${offset}`,
  )
  return { rows: rows.map(({ key, type, data, ...row }) => ({ ...row, ...notificationWords({ ...row, key, type, data }, locale), at: new Date(row.at).toISOString() })), unread: await unreadCount(runner, actor) }
}

/** By an index of unread rows alone: every page and every live message asks. */
export async function unreadCount(runner: Runner, actor: Actor): Promise<number> {
  const [row] = await query<{ unread: number }>(runner, sql`select count(*)::int as unread from notifications n where ${mine(actor)} and n.read_at is null`)
  return row?.unread ?? 0
}

/** What an open page is told: how many are unread now, and the words of the one that has just come. */
export async function liveNews(runner: Runner, actor: Actor, id: string | undefined): Promise<{ unread: number; title?: string; href?: string }> {
  const unread = await unreadCount(runner, actor)
  if (!id) return { unread }
  const [row] = await query<{ title: string; link: string | null }>(runner, sql`select n.title, n.link from notifications n where ${idIs(sql`n.id`, id)} and ${mine(actor)}`)
  return { unread, ...(row ? { title: row.title, ...(row.link ? { href: row.link } : {}) } : {}) }
}
