import { defineModule } from '@/src/mechanisms/modules/defineModule'
import { feedChannel } from '@/src/mechanisms/notifications/channels/feed'
import { mailChannel, mailJob } from '@/src/mechanisms/notifications/channels/mail'
import { putAside } from '@/src/mechanisms/asks/aside'
import { notifyJob } from '@/src/mechanisms/notifications/notify'
import { commentEvents } from './comments/comment.events'
import { addComment } from './comments/comment.actions'
import { comments } from './comments/comment.collection'
import { events } from './events/event.collection'
import { readNotifications } from './notifications/notification.actions'
import { notifications } from './notifications/notification.collection'
import { notificationsRoute, readNotificationsRoute } from './notifications/notification.front'

export const messagesModule = defineModule({
  slug: 'messages',
  label: { ru: 'Уведомления и переписка', en: 'Notifications and correspondence' },
  required: true,
  collections: [comments, notifications, events],
  ofMechanisms: ['comments', 'notifications', 'events'],
  parts: [
    notificationsRoute,
    readNotificationsRoute,
    commentEvents,
    notifyJob,
    feedChannel,
    mailChannel,
    mailJob,
    addComment,
    readNotifications,
    putAside,
  ],
})
