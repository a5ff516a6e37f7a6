import { headers } from 'next/headers'
import { isNewsOf, readNotifications } from '@/collections/messages/notifications/notification.actions'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { PATH_HEADER, type CabinetSession } from '../_session/session'

/**
 * Whoever opens the page that a notification leads to has read it, by whatever way they came: the feed, a letter, a
 * toast. A page that the browser only fetches ahead is not opened.
 */
export async function readNewsOf({ req, actor }: CabinetSession): Promise<void> {
  const incoming = await headers()
  if (incoming.has('next-router-prefetch') || /prefetch/.test(incoming.get('sec-purpose') ?? incoming.get('purpose') ?? '')) return
  // A form that is sent is no look at the page.
  if (incoming.has('next-action')) return
  const path = pathOf(incoming.get(PATH_HEADER) ?? '')
  if (path !== '' && (await isNewsOf(req, actor, path))) await runAction(readNotifications, { req, input: { link: path } })
}

/** The address without its language and without what is asked of it. */
const pathOf = (address: string): string => (address.split('?')[0] ?? '').replace(/^\/en(?=\/|$)/, '')
