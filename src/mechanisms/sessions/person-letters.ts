import { sql } from '@payloadcms/db-postgres/drizzle'
import { isLocale, say, type Locale } from '@/src/lib/i18n'
import { linkFor } from '@/src/lib/http/linkFor'
import { secretPath } from '@/src/lib/http/secretRoutes'
import { withoutLinks } from '@/src/lib/plainWords'
import { idIs, isUuid } from '../database/ids'
import { query, type Runner } from '../database/query'
import { defineJob } from '../jobs/defineJob'
import { sendOnce } from '../jobs/once'
import { renderLetter } from '../notifications/letter'
import { brandOfCompany } from '../sites/brand'
import { personLetterLabels, type PersonLetterKind } from './person-letters.labels'
import type { AuthCollection } from './sessions'
import { tokenText } from './tokens'

export type PersonLetter = {
  kind: PersonLetterKind
  collection: AuthCollection
  person: string
  /** Id of the single-use link; its secret is made only as the letter is written. */
  token?: string
  /** Address when it is not the person's present one. */
  to?: string
  params?: Record<string, string>
}

/**
 * Sends a letter about an account. Queued in the transaction that caused it and never stored in the
 * feed: a link that opens an account must not lie about in the database.
 */
export const personLetterJob = defineJob<PersonLetter>({
  name: 'people.letter',
  label: { ru: 'Отправить письмо о доступе', en: 'Send a letter about an account' },
  lane: 'mail',
  retry: { limit: 6, delaySeconds: 10 },
  handler: async (letter, { req, payload, jobId }) => {
    const person = await find(req, letter)
    if (!person || (letter.token && !(await isOpen(req, letter.token)))) return
    const locale: Locale = isLocale(person.locale) ? person.locale : 'ru'
    const words = personLetterLabels[letter.kind]
    const { email, ...told }: Record<string, string> = { name: person.name, ...letter.params }
    // Whoever reads it may not know whose words these are; the address goes to the one whose account it is.
    const plain = Object.fromEntries(Object.entries(told).map(([name, value]) => [name, withoutLinks(value)]))
    const site = await brandOfCompany(req, person.company)
    const params = { brand: site.name, ...plain, ...(email === undefined ? {} : { email }) }
    const subject = say(words.subject, locale, params)
    const secret = letter.token ? tokenText(payload, purposeOf(letter.kind), letter.token) : ''
    const href = linkFor({ locale, site }, path(letter, secret))
    const { html, text } = renderLetter({
      locale,
      site,
      subject,
      blocks: [
        { kind: 'heading', text: subject },
        { kind: 'paragraph', text: say(words.body, locale, params) },
        { kind: 'button', text: say(words.button, locale, params), href },
      ],
    })
    await sendOnce(req, {
      to: letter.to ?? person.email,
      subject,
      html,
      text,
      messageId: `<${letter.token ?? jobId}.${letter.kind}@kabinet>`,
    })
  },
})

/** Where the button of a letter leads. */
function path({ kind, collection }: PersonLetter, secret: string): string {
  const recovery = collection === 'staff' ? '/admin/forgot' : '/recover'
  const paths: Record<PersonLetterKind, string> = {
    confirm: secretPath('', 'confirm', secret),
    recover: secretPath(collection === 'staff' ? '/admin' : '', 'reset', secret),
    invite: secretPath('', 'invite', secret),
    staffInvite: secretPath('/admin', 'reset', secret),
    email: secretPath('', 'email', secret),
    registered: '/login',
    emailChanged: recovery,
    passwordChanged: recovery,
  }
  return paths[kind]
}

const purposeOf = (kind: PersonLetterKind): 'confirm' | 'recover' | 'invite' | 'email' =>
  kind === 'confirm' || kind === 'invite' || kind === 'email' ? kind : 'recover'

type Addressee = { name: string; email: string; locale: string | null; company: string | null }

/** Nobody is written to whose account was switched off while the letter waited. */
async function find(runner: Runner, { collection, person }: PersonLetter): Promise<Addressee | undefined> {
  if (!isUuid(person)) return undefined
  const [row] = await query<Addressee>(
    runner,
    collection === 'staff'
      ? sql`select name, email, locale::text, null as company from staff where id = ${person} and coalesce(active, false)`
      : sql`select name, email, locale::text, company_id::text as company from users where id = ${person} and coalesce(active, false)`,
  )
  return row
}

/** A link that was used or replaced meanwhile needs no letter any more. */
async function isOpen(runner: Runner, token: string): Promise<boolean> {
  const rows = await query(
    runner,
    sql`select 1 from person_tokens where ${idIs(sql`id`, token)} and used_at is null and expires_at > now()`,
  )
  return rows.length > 0
}
