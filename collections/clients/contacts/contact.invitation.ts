import { sql } from '@payloadcms/db-postgres/drizzle'
import { say, type Locale } from '@/src/lib/i18n'
import { settings } from '@/src/lib/settings'
import { query } from '@/src/mechanisms/database/query'
import { defineJob } from '@/src/mechanisms/jobs/defineJob'
import { renderLetter } from '@/src/mechanisms/notifications/letter'
import { contactMessages as words } from './contact.messages'

/** How long the link of an invitation lives; afterwards «Забыли пароль» does the same. */
const INVITATION_MS = 7 * 24 * 60 * 60 * 1000

/** Page where a person sets the first password; the token is Payload's own of a password reset. */
export const invitationPath = (token: string): string => `/invite/${token}`

type Person = { email: string; name: string; locale: Locale; company: string | null; active: boolean; brand: string; hue: number }

/**
 * Sends a new login the link to set a password. The token is made here and not when the job is
 * queued, so no secret lies in the queue; running twice sends a second letter whose link replaces the first.
 */
export const inviteJob = defineJob<{ user: string }>({
  name: 'contacts.invite',
  lane: 'mail',
  retry: { limit: 8, delaySeconds: 10 },
  handler: async ({ user }, { payload, req }) => {
    const [person] = await query<Person>(
      req,
      sql`select u.email, u.name, coalesce(u.locale::text, 'ru') as locale, c.name as company, coalesce(u.active, false) as active,
                 coalesce((select name from sites where is_default limit 1), 'Kabinet') as brand,
                 coalesce((select hue from sites where is_default limit 1), 262)::int as hue
          from users u left join companies c on c.id = u.company_id where u.id::text = ${user}`,
    )
    if (!person?.active) return
    const token = await payload.forgotPassword({ collection: 'users', data: { email: person.email }, disableEmail: true, expiration: INVITATION_MS, req })
    if (!token) return
    const params = { brand: person.brand, name: person.name, company: person.company ?? '', days: 7 }
    const subject = say(words.invitation.subject, person.locale, params)
    const letter = renderLetter({
      locale: person.locale,
      brand: person.brand,
      hue: person.hue,
      subject,
      blocks: [
        { kind: 'heading', text: subject },
        { kind: 'paragraph', text: say(words.invitation.body, person.locale, params) },
        { kind: 'button', text: say(words.invitation.button, person.locale), href: new URL(invitationPath(token), settings().PUBLIC_URL).href },
      ],
    })
    await payload.sendEmail({ to: person.email, subject, html: letter.html, text: letter.text })
  },
})
