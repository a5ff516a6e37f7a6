import { sql } from '@payloadcms/db-postgres/drizzle'
import { idIs } from '../database/ids'
import { query } from '../database/query'
import { defineJob } from '../jobs/defineJob'
import { brandFor } from '../sites/brand'
import type { Locale } from '@/src/lib/i18n'
import { addressOf, renderLetter, type LetterBlock } from './letter'
import { notificationsFor, toldOf } from './defineNotification'
import { notificationWords } from './notificationWords'
import { letterLabels } from './letter.labels'
import { say } from '@/src/lib/i18n'
import { logger } from '@/src/lib/logger'

type Row = {
  id: string
  title: string
  body: string | null
  link: string | null
  key: string
  type: string
  entity: string
  data: Record<string, unknown>
  email: string
  name: string
  locale: Locale
  sent: boolean
  wanted: boolean
  staff: boolean
}

/** Sends the letter of one notification. The Message-ID is its id, so a repeat is recognisable. */
export const mailJob = defineJob<{ notification: string }>({
  name: 'notifications.mail',
  label: { ru: 'Отправить письмо-уведомление', en: 'Send a notification by mail' },
  lane: 'mail',
  retry: { limit: 8, delaySeconds: 10 },
  handler: async ({ notification }, { req, payload }) => {
    const [row] = await query<Row>(
      req,
      sql`select n.id::text, n.title, n.body, n.link, n.key, e.type, e.entity, coalesce(e.data, '{}'::jsonb) as data, coalesce(u.email, s.email) as email,
                 coalesce(u.name, s.name) as name, coalesce(u.locale::text, s.locale::text, 'ru') as locale,
                 n.mailed_at is not null as sent, coalesce(u.mail_notifications, true) as wanted, n.staff_id is not null as staff
          from notifications n join events e on e.id = n.event_id
          left join users u on u.id = n.user_id left join staff s on s.id = n.staff_id
          where ${idIs(sql`n.id`, notification)} and coalesce(u.active, s.active, false)
            -- The letter waits in a queue: who has left the company meanwhile does not get it.
            and (n.user_id is null or n.company_id is null or exists (
              select 1 from memberships m where m.user_id = n.user_id and m.company_id = n.company_id and m.active))`,
    )
    // The switch of the profile is asked now: whoever turned it off meanwhile gets nothing more.
    if (!row || row.sent || !row.email || !row.wanted) return
    const declared = notificationsFor(row.type).some(({ key }) => key === row.key)
    if (declared && !(await toldOf(req, row)).some(({ key }) => key === row.key)) {
      logger.info({ event: row.type }, 'a letter was dropped: its module is off')
      return
    }
    const { title, body } = notificationWords(row, row.locale)
    const brand = await brandFor(req)
    const letter = renderLetter({
      locale: row.locale, brand: brand.name, hue: brand.hue, subject: title, blocks: blocks({ ...row, title, body }),
      // Employees have no such switch.
      ...(row.staff ? {} : { preferences: '/profile' }),
    })
    await payload.sendEmail({
      to: row.email,
      subject: title,
      html: letter.html,
      text: letter.text,
      messageId: `<${row.id}@kabinet>`,
    })
    await query(req, sql`update notifications set mailed_at = now() where ${idIs(sql`id`, notification)}`)
  },
})

function blocks(row: Row): LetterBlock[] {
  const button = notificationsFor(row.type).find(({ key }) => key === row.key)?.button ?? letterLabels.open
  return [
    { kind: 'heading', text: row.title },
    ...(row.body ? [{ kind: 'paragraph' as const, text: row.body }] : []),
    ...(row.link
      ? [{ kind: 'button' as const, text: say(button, row.locale), href: addressOf(row.link, row.locale) }]
      : []),
  ]
}
