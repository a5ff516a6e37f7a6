import type { PayloadRequest } from 'payload'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import { isInn, normalisePhone } from '@/src/lib/checks'
import { AppError } from '@/src/lib/errors'
import { defineAction } from '@/src/mechanisms/actions/defineAction'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { idIs } from '@/src/mechanisms/database/ids'
import { query } from '@/src/mechanisms/database/query'
import { recordEvent } from '@/src/mechanisms/events/recordEvent'
import { enqueue } from '@/src/mechanisms/jobs/enqueue'
import { hit, throttleKey } from '@/src/mechanisms/throttle/throttle'
import { admitAddress } from '@/src/mechanisms/sessions/limits'
import { evenly } from '@/src/mechanisms/sessions/evenly'
import { checkPassword, hashPassword } from '@/src/mechanisms/sessions/passwords'
import { personLetterJob } from '@/src/mechanisms/sessions/person-letters'
import { CONFIRM_SECONDS, welcome, type SignedIn } from '@/src/mechanisms/sessions/signIn'
import { issueToken, spendToken } from '@/src/mechanisms/sessions/tokens'
import { startCompany } from './user.first-company'

export const emailInput = z.string().trim().toLowerCase().max(254).pipe(z.email('email.wrong'))
/** A name stands in letters of ours to people who do not know who gave it: it carries no address to go to. */
const plainWords = (text: string): boolean => !/:\/\/|www\.|[<>\u0000-\u001f\u007f]|[\p{L}\p{N}-]\.(?:ru|рф|com|net|org|info|su|io|me|xyz|site|online|top)(?![\p{L}\p{N}])/iu.test(text)
export const nameInput = z.string().trim().min(2, 'input.required').max(160).refine(plainWords, 'name.wrong')
export const phoneInput = z.string().transform((text, context) => {
  const phone = normalisePhone(text)
  if (!phone) context.addIssue({ code: 'custom', message: 'phone.wrong' })
  return phone ?? ''
})
/** A phone that may be left out: an empty field is none, anything else has to be one. */
export const phoneOrNothing = z.string().max(60).transform((text, context) => {
  if (text.trim() === '') return null
  const parsed = phoneInput.safeParse(text)
  if (!parsed.success) context.addIssue({ code: 'custom', message: 'phone.wrong' })
  return parsed.data ?? null
})
const optional = z.string().trim().max(300).optional()
/** Letters to one address, whoever asks and from wherever: more than a person needs, too few to be a nuisance. */
const LETTERS = { limit: 5, windowSeconds: 60 * 60 }

const personInput = z.object({
  name: nameInput,
  phone: phoneInput,
  email: emailInput,
  companyName: optional.refine((name) => !name || plainWords(name), 'name.wrong'),
  inn: optional.refine((inn) => !inn || isInn(inn), 'inn.wrong'),
  locale: z.enum(['ru', 'en']).default('ru'),
})

export type RegistrationInput = z.input<typeof personInput> & { password: string }

/**
 * Registers a person: an account that waits for its link, a new company with the manager of new
 * clients, and a starter role in it. Whoever asks is told the same whether the address was free or
 * not; the owner of a taken one gets a letter that says so.
 * The password is hashed before the transaction is opened, so a flood does not hold connections.
 * @throws AppError `registration.closed` 403, `rate.limited` 429, `input.*`, `inn.wrong`,
 *   `phone.wrong`, `email.wrong`, `password.*` 422.
 */
export async function register(req: PayloadRequest, { password, ...person }: RegistrationInput): Promise<void> {
  await admitAddress(req, 'register')
  if (!(await isRegistrationOpen(req))) throw new AppError('registration.closed', {}, { status: 403 })
  checkPassword(password, [person.name, person.email])
  const stored = await hashPassword(password)
  // Counted for every address alike, known or not; one more letter is silently left out.
  const { allowed } = await hit(req.payload, throttleKey('register-account', person.email.trim().toLowerCase()), LETTERS)
  // A free address takes longer to write than a known one: neither is told by the time.
  await evenly(() => runAction(registerAction, { req, input: { ...person, ...stored, letter: allowed } }))
}

export const registerAction = defineAction({
  name: 'users.register',
  input: personInput.extend({ hash: z.string(), salt: z.string(), letter: z.boolean() }),
  may: ['anonymous', 'client', 'partner', 'employee'],
  remote: false,
  run: async ({ req, input }) => {
    const { hash, salt, companyName, inn, letter, ...person } = input
    const [created] = await query<{ id: string }>(
      req,
      sql`insert into users (name, phone, email, locale, kind, timezone, mail_notifications, active, _verified, hash, salt, created_at, updated_at)
          values (${person.name}, ${person.phone}, ${person.email}, ${person.locale}, 'client', 'Europe/Moscow', true, true, false, ${hash}, ${salt}, now(), now())
          on conflict (email) do nothing returning id::text`,
    )
    if (created) {
      await startCompany(req, { user: created.id, name: companyName || person.name, inn: inn || undefined, phone: person.phone, email: person.email })
      return sendLink(req, created.id, { hash, salt })
    }
    if (!letter) return
    const [known] = await query<{ id: string; verified: boolean }>(
      req,
      sql`select id::text, coalesce(_verified, false) as verified from users where email = ${person.email}`,
    )
    if (known?.verified) await enqueue(req, personLetterJob, { kind: 'registered', collection: 'users', person: known.id })
    // Of several who registered one address, the password counts that belongs to the link followed.
    else if (known) await sendLink(req, known.id, { hash, salt })
  },
})

const sendLink = async (req: PayloadRequest, person: string, password: { hash: string; salt: string }): Promise<void> => {
  const token = await issueToken(req, { purpose: 'confirm', collection: 'users', person, data: password, ttlSeconds: CONFIRM_SECONDS })
  await enqueue(req, personLetterJob, { kind: 'confirm', collection: 'users', person, token })
}

/**
 * Confirms an address by the link of the letter and signs the person in.
 * @throws AppError `link.dead` 410, `auth.closed` 403, `rate.limited` 429.
 */
export async function confirmRegistration(req: PayloadRequest, token: string): Promise<SignedIn> {
  await admitAddress(req, 'confirm')
  return runAction(confirmAction, { req, input: { token } })
}

export const confirmAction = defineAction({
  name: 'users.confirm',
  input: z.object({ token: z.string().max(200) }),
  may: ['anonymous', 'client', 'partner', 'employee', 'admin', 'editor', 'manager', 'head', 'accountant'],
  remote: false,
  run: async ({ req, input }) => {
    const spent = await spendToken(req, 'confirm', input.token)
    if (!spent) throw new AppError('link.dead', {}, { status: 410 })
    const { hash, salt } = z.object({ hash: z.string().nullish(), salt: z.string().nullish() }).parse(spent.data)
    const [person] = await query<{ id: string; name: string; email: string; role: string; company: string | null; active: boolean }>(
      req,
      sql`update users set _verified = true, hash = coalesce(${hash ?? null}, hash), salt = coalesce(${salt ?? null}, salt), updated_at = now()
          where id = ${spent.person}
          returning id::text, name, email, kind::text as role, company_id::text as company, coalesce(active, false) as active`,
    )
    if (!person) throw new AppError('link.dead', {}, { status: 410 })
    if (!person.active) throw new AppError('auth.closed', {}, { status: 403 })
    await recordEvent(req, { type: 'users.registered', entity: 'users', entityId: person.id, company: person.company, data: { name: person.name }, internal: true })
    await announceCompany(req, person.company)
    return welcome(req, 'users', person)
  },
})

/** 1C hears of a new client once somebody has proved to be there. */
async function announceCompany(req: PayloadRequest, company: string | null): Promise<void> {
  const [row] = await query<{ id: string; name: string }>(req, sql`select id::text, name from companies where ${idIs(sql`id`, company)} and status = 'new' and external_id is null`)
  if (row) await recordEvent(req, { type: 'company.registered', entity: 'companies', entityId: row.id, company: row.id, internal: true, data: { name: row.name } })
}

/** Whether people may register by themselves; the administrator's switch. */
export async function isRegistrationOpen(req: Pick<PayloadRequest, 'payload' | 'transactionID'>): Promise<boolean> {
  const [row] = await query<{ open: boolean }>(req, sql`select coalesce(registration_open, true) as open from portal_settings limit 1`)
  return row?.open ?? true
}
