import { createHash, randomBytes } from 'node:crypto'
import { parseCookies, type Payload, type PayloadRequest } from 'payload'
import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { execute } from '../database/query'
import { selectFrom } from '../database/selectFrom'
import type { StoredPassword } from './passwords'

/** How long the link of a registration works, and what the browser that asked has said is kept. */
export const CONFIRM_SECONDS = 72 * 60 * 60

export type WaitingPerson = { name: string; phone: string; companyName?: string; inn?: string } & StoredPassword
export type Registration = {
  id: string
  name: string
  phone: string
  companyName: string | null
  inn: string | null
} & StoredPassword

/** By this cookie a browser is known as the one that registered; it opens nothing without the link of the letter. */
export const registrationCookie = (payload: Pick<Payload, 'config'>): string =>
  `${payload.config.cookiePrefix}-registration`

/** A new name for a browser. It is kept as a hash. */
export const newBrowser = (): string => randomBytes(32).toString('base64url')

/** Keeps what a browser said of the person who waits for a link; what others said of the same address stays beside it. */
export async function keepRegistration(
  req: PayloadRequest,
  person: string,
  browser: string,
  said: WaitingPerson,
): Promise<void> {
  await execute(
    req,
    sql`insert into person_registrations (person, browser, name, phone, company_name, inn, hash, salt, expires_at)
        values (${person}, ${digest(browser)}, ${said.name}, ${said.phone}, ${said.companyName || null}, ${said.inn || null}, ${said.hash}, ${said.salt},
                now() + make_interval(secs => ${CONFIRM_SECONDS}))
        on conflict (browser) do nothing`,
  )
}

/** What this very browser said when it registered the person; null for any other browser. */
export async function registrationOf(req: PayloadRequest, person: string): Promise<Registration | null> {
  const browser = parseCookies(req.headers).get(registrationCookie(req.payload))
  if (!browser) return null
  const [row] = await selectFrom(
    req,
    'person_registrations',
    { id: 'id', name: 'name', phone: 'phone', companyName: 'company_name', inn: 'inn', hash: 'hash', salt: 'salt' },
    sql`where person = ${person} and browser = ${digest(browser)} and expires_at > now()`,
  )
  return row ?? null
}

/** A condition: somebody has registered as the person with the alias `row`, and it is not forgotten yet. */
export const hasRegistered = (row: string): SQL =>
  sql`exists (select 1 from person_registrations r where r.person = ${sql.raw(`${row}.id`)})`

/** Forgets what was said so many whole days ago or earlier. */
export async function forgetRegistrations(req: PayloadRequest, days: number): Promise<void> {
  await execute(req, sql`delete from person_registrations where created_at < now() - make_interval(days => ${days})`)
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex')
