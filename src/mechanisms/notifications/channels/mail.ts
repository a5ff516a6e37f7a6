import { sql } from '@payloadcms/db-postgres/drizzle'
import { linkFor } from '@/src/lib/http/linkFor'
import { idIs } from '../../database/ids'
import { query } from '../../database/query'
import { brandOfCompany, type SiteBrand } from '../../sites/brand'
import { channelJob } from '../channelJob'
import { defineChannel, type Message } from '../defineChannel'
import { renderLetter, type LetterBlock } from '../letter'
import type { Recipient } from '../recipient'

export const mailJob = channelJob('mail', {
  name: 'notifications.mail',
  label: { ru: 'Отправить письмо-уведомление', en: 'Send a notification by mail' },
  lane: 'mail',
  retry: { limit: 8, delaySeconds: 10 },
})

/** Letters. The Message-ID is the notification's id, so a repeat is recognisable. */
export const mailChannel = defineChannel({
  key: 'mail',
  label: { ru: 'Почта', en: 'E-mail' },
  job: mailJob,
  // The switch of the profile: whoever turned it off meanwhile gets nothing more. Employees have none.
  wanted: async (runner, { collection, id }) => {
    if (collection === 'staff') return true
    const [row] = await query<{ wanted: boolean }>(
      runner,
      sql`select coalesce(mail_notifications, true) as wanted from users where id = ${id}`,
    )
    return row?.wanted ?? false
  },
  deliver: async (req, message, { collection, email, locale }) => {
    if (!email) return
    const site = await brandOfCompany(req, message.company)
    const letter = renderLetter({
      locale,
      site,
      subject: message.title,
      blocks: blocks(message, { locale, site }),
      ...(collection === 'staff' ? {} : { preferences: '/profile' }),
    })
    await req.payload.sendEmail({
      to: email,
      subject: message.title,
      html: letter.html,
      text: letter.text,
      messageId: `<${message.id}@kabinet>`,
    })
    await query(req, sql`update notifications set mailed_at = now() where ${idIs(sql`id`, message.id)}`)
  },
})

declare module '@/src/mechanisms/notifications/defineChannel' {
  interface Channels {
    mail: true
  }
}

function blocks(
  { title, body, link, button }: Message,
  reader: { locale: Recipient['locale']; site: SiteBrand },
): LetterBlock[] {
  return [
    { kind: 'heading', text: title },
    ...(body ? [{ kind: 'paragraph' as const, text: body }] : []),
    ...(link ? [{ kind: 'button' as const, text: button, href: linkFor(reader, link) }] : []),
  ]
}
