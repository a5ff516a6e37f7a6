import { publishLive } from '../../live/hub'
import { defineChannel } from '../defineChannel'

/** The feed of the portal: the notification itself stands there; its open pages are told at once. */
export const feedChannel = defineChannel({
  key: 'feed',
  label: { ru: 'Лента уведомлений', en: 'Notification feed' },
  inFeed: true,
  deliver: (req, { id }, { collection, id: person }) =>
    publishLive(req, { user: `${collection}:${person}`, kind: 'notification', id }),
})

declare module '@/src/mechanisms/notifications/defineChannel' {
  interface Channels {
    feed: true
  }
}
