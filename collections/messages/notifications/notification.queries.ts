import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import type { Actor } from '@/src/mechanisms/access/actor'
import { accessOf } from '@/src/mechanisms/access/defineAccess'
import { idIs } from '@/src/mechanisms/database/ids'
import { query, type Runner } from '@/src/mechanisms/database/query'
import { selectFrom } from '@/src/mechanisms/database/selectFrom'
import { scalars } from '@/src/mechanisms/database/scalars'
import { notificationWords, type StoredNotification } from '@/src/mechanisms/notifications/notificationWords'
import { defaultLocale, type Locale } from '@/src/lib/i18n'

export type NotificationRow = {
  id: string
  title: string
  body: string | null
  link: string | null
  at: string
  read: boolean
}

const mine = (actor: Actor): SQL =>
  sql`${accessOf('notifications').sql(actor, 'read', 'n')} and coalesce(n.in_feed, true)`

/** Where a notification leads, without the place on the page. */
export const leadsTo = (path: string): SQL => sql`split_part(split_part(n.link, '#', 1), '?', 1) = ${path}`

/** How many are unread, as an expression: by an index of unread rows alone, for every page and every live message asks. */
export const unreadOf = (actor: Actor): SQL =>
  sql`(select count(*)::int from notifications n where ${mine(actor)} and n.read_at is null)`

/** Of the unread, those that lead to this page of the cabinet: in the feed, and by whatever way they came. */
export type News = { inFeed: number; all: number }

/** `News` of a page as an expression. */
export const newsOf = (actor: Actor, path: string): SQL =>
  sql`(select jsonb_build_object('inFeed', count(*) filter (where coalesce(n.in_feed, true)), 'all', count(*))
       from notifications n where n.read_at is null and ${accessOf('notifications').sql(actor, 'read', 'n')} and ${leadsTo(path)})`

/** The person's feed, newest first. */
export async function notificationFeed(
  runner: Runner,
  actor: Actor,
  { limit = 50, offset = 0, locale = defaultLocale }: { limit?: number; offset?: number; locale?: Locale } = {},
): Promise<{ rows: NotificationRow[]; unread: number }> {
  const page = query<NotificationRow & StoredNotification>(
    runner,
    sql`select n.id::text, n.title, n.body, n.link, n.created_at as at, n.read_at is not null as read, n.key, e.type, e.data
        from notifications n left join events e on e.id = n.event_id
        where ${mine(actor)} order by n.created_at desc, n.id limit ${limit} offset ${offset}`,
  )
  const [rows, unread] = await Promise.all([page, unreadCount(runner, actor)])
  return {
    rows: rows.map(({ key, type, data, ...row }) => ({
      ...row,
      ...notificationWords({ ...row, key, type, data }, locale),
      at: new Date(row.at).toISOString(),
    })),
    unread,
  }
}

async function unreadCount(runner: Runner, actor: Actor): Promise<number> {
  return (await scalars<number>(runner, [['unread', unreadOf(actor)]])).unread ?? 0
}

/** What an open page is told: how many are unread now, and the words of the one that has just come. */
export async function liveNews(
  runner: Runner,
  actor: Actor,
  id: string | undefined,
): Promise<{ unread: number; title?: string; href?: string }> {
  const named = id
    ? selectFrom(runner, 'notifications n', ['title', 'link'], sql`where ${idIs(sql`n.id`, id)} and ${mine(actor)}`)
    : []
  const [unread, [row]] = await Promise.all([unreadCount(runner, actor), named])
  return { unread, ...(row ? { title: row.title, ...(row.link ? { href: row.link } : {}) } : {}) }
}
