import { z } from 'zod'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { defineRoute } from '@/src/mechanisms/front/defineRoute'
import { moment, described } from '@/src/mechanisms/front/shown'
import { readNotifications } from './notification.actions'
import { notificationLabels } from './notification.labels'
import { notificationFeed } from './notification.queries'

const group = notificationLabels.many
const MOST = 100

export const notificationsRoute = defineRoute({
  name: 'notifications.list',
  method: 'get',
  path: '/notifications',
  group,
  title: notificationLabels.many,
  ofPerson: true,
  query: z.object({
    limit: described(z.coerce.number().int().min(1).max(MOST), {
      ru: 'Сколько, до 100',
      en: 'How many, up to 100',
    }).optional(),
    offset: described(z.coerce.number().int().min(0).max(100_000), {
      ru: 'Сколько новых пропустить',
      en: 'How many of the newest to leave out',
    }).optional(),
  }),
  answer: z.object({
    unread: z.int(),
    items: z.array(
      z.object({
        id: z.uuid(),
        title: z.string(),
        body: z.string().nullable(),
        link: described(z.string().nullable(), { ru: 'Страница кабинета', en: 'A page of the cabinet' }),
        at: moment(),
        read: z.boolean(),
      }),
    ),
  }),
  run: async ({ req, context: { actor, locale }, query: { limit = 50, offset = 0 } }) => {
    const { rows, unread } = await notificationFeed(req, actor, { limit, offset, locale })
    return {
      unread,
      items: rows.map(({ id, title, body, link, at, read }) => ({ id, title, body, link, at, read })),
    }
  },
})

export const readNotificationsRoute = defineRoute({
  name: 'notifications.read',
  method: 'post',
  path: '/notifications/read',
  group,
  title: { ru: 'Отметить прочитанными', en: 'Mark as read' },
  about: { ru: 'Одно по id, или все.', en: 'One by its id, or all.' },
  ofPerson: true,
  body: z.strictObject({ id: z.uuid().optional() }),
  answer: z.object({ marked: z.int() }),
  run: ({ req, body }) => runAction(readNotifications, { req, input: body }),
})
