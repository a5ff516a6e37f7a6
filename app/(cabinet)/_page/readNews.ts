import { readNotifications } from '@/collections/messages/notifications/notification.actions'
import { runAction } from '@/src/mechanisms/actions/runAction'
import type { CabinetSession } from '../_session/session'
import { frameCounts } from '../_shell/frameCounts'

/**
 * Whoever opens the page that a notification leads to has read it, by whatever way they came: the feed, a letter, a
 * toast. A page that the browser only fetches ahead is not opened, and a form that is sent is no look at it.
 */
export async function readNews({ req }: CabinetSession): Promise<void> {
  const path = (await frameCounts())?.newsOfPath
  // In a request of its own: the page reads beside it, and not within its transaction.
  if (path) await runAction(readNotifications, { req: { ...req, transactionID: undefined }, input: { link: path } })
}
