import { headers } from 'next/headers'
import { cache } from 'react'
import { newsOf, unreadOf, type News } from '@/collections/messages/notifications/notification.queries'
import { scalars } from '@/src/mechanisms/database/scalars'
import { lastRunAt } from '@/src/mechanisms/exchange/lastExchange'
import { cartFor } from '@/src/mechanisms/frame/defineCart'
import { currentSession, PATH_HEADER } from '../_session/session'

export type FrameCounts = {
  /** Unread; beside what the page tells, when it is being opened. */
  unread: number
  cart: { href: string; count: number } | null
  /** When the ERP last brought something through, ISO. */
  exchangedAt: string | null
  /** The opened page, when something unread leads to it. */
  newsOfPath: string | null
}

/** All that the frame counts for the signed-in person, by one statement; null for anybody else. Asked once a page. */
export const frameCounts = cache(async (): Promise<FrameCounts | null> => {
  const session = await currentSession()
  if (!session) return null
  const { req, actor, company } = session
  const [path, cart, exchanged] = await Promise.all([
    openedPath(),
    cartFor({ req, actor, company: company?.id ?? null }),
    lastRunAt(req),
  ])
  const counted = await scalars<unknown>(req, [
    ['unread', unreadOf(actor)],
    ['exchanged', exchanged],
    ...(path ? [['news', newsOf(actor, path)] as const] : []),
    ...(cart ? [['cart', cart.count] as const] : []),
  ])
  const news = (counted.news ?? { inFeed: 0, all: 0 }) as News // as `newsOf` makes it
  // A frame drawn anew under a page that stays open says what has come, whoever may be away from it.
  const stays = !(await headers()).get('accept')?.includes('text/html')
  const at = counted.exchanged as string | Date | null
  return {
    unread: Math.max(0, Number(counted.unread ?? 0) - (stays ? 0 : news.inFeed)),
    cart: cart && { href: cart.href, count: Number(counted.cart ?? 0) },
    exchangedAt: at ? new Date(at).toISOString() : null,
    newsOfPath: news.all > 0 ? path : null,
  }
})

/** The page that somebody opens, without its language and what is asked of it; null when the browser only fetches ahead or sends a form. */
async function openedPath(): Promise<string | null> {
  const incoming = await headers()
  const ahead = /prefetch/.test(incoming.get('sec-purpose') ?? incoming.get('purpose') ?? '')
  if (ahead || incoming.has('next-router-prefetch') || incoming.has('next-action')) return null
  return (incoming.get(PATH_HEADER)?.split('?')[0] ?? '').replace(/^\/en(?=\/|$)/, '') || null
}
