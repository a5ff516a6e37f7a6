import { sql } from '@payloadcms/db-postgres/drizzle'
import { say } from '@/src/lib/i18n'
import { logger } from '@/src/lib/logger'
import { idIs } from '../database/ids'
import { query, type Runner } from '../database/query'
import { defineJob, type JobDeclaration } from '../jobs/defineJob'
import { unlessDone } from '../jobs/once'
import { channelNamed, deliverMessage, type Channel, type Delivery, type Message } from './defineChannel'
import { notificationsFor, enabledNotifications } from './defineNotification'
import { letterLabels } from './letter.labels'
import { notificationWords } from './notificationWords'
import type { Recipient } from './recipient'

type Told = Recipient & {
  notification: string
  title: string
  body: string | null
  link: string | null
  key: string
  type: string
  entity: string
  data: Record<string, unknown>
  company: string | null
}

/** The job by which a channel leaves the portal: one notification to one person, once. */
export function channelJob(
  key: Channel,
  job: Omit<JobDeclaration<Delivery>, 'handler' | 'schedule'>,
): JobDeclaration<Delivery> {
  return defineJob<Delivery>({
    ...job,
    handler: async ({ notification }, { req }) => {
      const told = await toldNow(req, notification)
      if (!told) return
      const declared = notificationsFor(told.type).some((one) => one.key === told.key)
      if (declared && !(await enabledNotifications(req, told)).some((one) => one.key === told.key)) {
        logger.info({ event: told.type, channel: key }, 'a notification was dropped: its module is off')
        return
      }
      await unlessDone(req, job.name, notification, () => deliverMessage(req, channelNamed(key), messageOf(told), told))
    },
  })
}

/** The notification with its person, unless they have left the company or were switched off while it waited. */
async function toldNow(runner: Runner, notification: string): Promise<Told | undefined> {
  const [row] = await query<Told>(
    runner,
    sql`select n.id::text as notification, n.title, n.body, n.link, n.key, e.type, e.entity, coalesce(e.data, '{}'::jsonb) as data,
               case when n.staff_id is null then 'users' else 'staff' end as collection, coalesce(u.id, s.id)::text as id,
               coalesce(u.name, s.name) as name, coalesce(u.email, s.email) as email, coalesce(u.locale::text, s.locale::text, 'ru') as locale,
               case when n.user_id is not null then n.company_id::text end as company
        from notifications n join events e on e.id = n.event_id
        left join users u on u.id = n.user_id left join staff s on s.id = n.staff_id
        where ${idIs(sql`n.id`, notification)} and coalesce(u.active, s.active, false)
          and (n.user_id is null or n.company_id is null or exists (
            select 1 from memberships m where m.user_id = n.user_id and m.company_id = n.company_id and m.active))`,
  )
  return row
}

function messageOf(told: Told): Message {
  const button = notificationsFor(told.type).find(({ key }) => key === told.key)?.button ?? letterLabels.open
  return {
    id: told.notification,
    ...notificationWords(told, told.locale),
    link: told.link,
    company: told.company,
    button: say(button, told.locale),
  }
}
