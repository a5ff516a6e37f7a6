import type { PayloadRequest } from 'payload'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import { isInn, normalisePhone } from '@/src/lib/checks'
import { isPlainWords } from '@/src/lib/plainWords'
import { AppError, isAppError } from '@/src/lib/errors'
import { defineAction } from '@/src/mechanisms/actions/defineAction'
import { invalidInput, issuesOf } from '@/src/mechanisms/actions/invalidInput'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { query } from '@/src/mechanisms/database/query'
import { selectFrom } from '@/src/mechanisms/database/selectFrom'
import { recordEvent } from '@/src/mechanisms/events/recordEvent'
import { enqueue } from '@/src/mechanisms/jobs/enqueue'
import { isRegistrationOpen } from '@/src/mechanisms/portal/portalSettings'
import { admitAddress } from '@/src/mechanisms/sessions/limits'
import { inConstantTime } from '@/src/mechanisms/sessions/inConstantTime'
import { checkPassword, hashPassword } from '@/src/mechanisms/sessions/passwords'
import { sendConfirmation } from '@/src/mechanisms/sessions/confirmation'
import { personLetterJob } from '@/src/mechanisms/sessions/person-letters'
import { keepRegistration, newBrowser, registrationOf } from '@/src/mechanisms/sessions/registrations'
import { signInByLink, type SignedIn } from '@/src/mechanisms/sessions/signIn'
import { admitLetter } from '@/src/mechanisms/sessions/strangers'
import { peekToken, spendToken } from '@/src/mechanisms/sessions/tokens'
import { everyone, everyoneInCabinet } from '@/src/mechanisms/access/roles'
import { companyBook } from '../memberships/companyBook'
import { startCompany } from './startCompany'

export const emailInput = z.string().trim().toLowerCase().max(254).pipe(z.email('email.wrong'))
export const nameInput = z.string().trim().min(2, 'input.required').max(160).refine(isPlainWords, 'name.wrong')
export const phoneInput = z.string().transform((text, context) => {
  const phone = normalisePhone(text)
  if (!phone) context.addIssue({ code: 'custom', message: 'phone.wrong' })
  return phone ?? ''
})
/** A phone that may be left out: an empty field is none, anything else has to be one. */
export const phoneOrNothing = z
  .string()
  .max(60)
  .transform((text, context) => {
    if (text.trim() === '') return null
    const parsed = phoneInput.safeParse(text)
    if (!parsed.success) context.addIssue({ code: 'custom', message: 'phone.wrong' })
    return parsed.data ?? null
  })
const optional = z.string().trim().max(300).optional()

/** What a person says of themselves, in the browser that registers or on the page of the link. */
const ownInput = z.object({
  name: nameInput,
  phone: phoneInput,
  companyName: optional.refine((name) => !name || isPlainWords(name), 'name.wrong'),
  inn: optional.refine((inn) => !inn || isInn(inn), 'inn.wrong'),
})
const personInput = ownInput.extend({ email: emailInput, locale: z.enum(['ru', 'en']).default('ru') })
const passwordInput = { hash: z.string(), salt: z.string() }

export type RegistrationInput = z.input<typeof personInput> & { password: string }
export type OwnInput = z.input<typeof ownInput> & { password: string }

/**
 * Registers a person: an account that is nobody's until its address is proved, and a letter with a link. What was
 * said (name, phone, company, password) is kept for this browser alone, beside what other browsers say of the same
 * address. Whoever asks is told the same whether the address was free or not; the owner of a taken one gets a letter
 * that says so. The password is hashed before the transaction is opened, so a flood does not hold connections.
 * @returns what the browser has to keep as its cookie (`registrationCookie`).
 * @throws AppError `registration.closed` 403, `rate.limited` 429, `input.*`, `inn.wrong`,
 *   `phone.wrong`, `email.wrong`, `password.*` 422.
 */
export async function register(
  req: PayloadRequest,
  { password, ...person }: RegistrationInput,
): Promise<{ browser: string }> {
  await admitAddress(req, 'register')
  if (!(await isRegistrationOpen(req))) throw new AppError('registration.closed', {}, { status: 403 })
  checkAll(personInput, person, { password, about: [person.name, person.email] })
  const stored = await hashPassword(password)
  // Counted for every address alike, known or not; one more letter is silently left out.
  const allowed = await admitLetter(req, { to: person.email })
  const browser = newBrowser()
  // A free address takes longer to write than a known one: neither is told by the time.
  await inConstantTime(() =>
    runAction(registerAction, { req, input: { ...person, ...stored, browser, letter: allowed } }),
  )
  return { browser }
}

/** A form with several mistakes is told of all of them at once. */
function checkAll<Schema extends z.ZodType>(
  schema: Schema,
  given: z.input<Schema>,
  { password, about }: { password: string; about: readonly (string | undefined)[] },
): z.output<Schema> {
  const parsed = schema.safeParse(given)
  const issues = parsed.success ? [] : issuesOf(parsed.error)
  try {
    checkPassword(password, about)
  } catch (error) {
    if (!isAppError(error) || !error.field) throw error
    issues.push({ field: error.field, code: error.code, params: error.params })
  }
  if (issues.length > 0 || !parsed.success) throw invalidInput(issues)
  return parsed.data
}

export const registerAction = defineAction({
  name: 'users.register',
  label: { ru: 'Регистрация в кабинете', en: 'Registered' },
  input: personInput.extend({ ...passwordInput, browser: z.string(), letter: z.boolean() }),
  may: [...everyoneInCabinet, 'anonymous'],
  remote: false,
  run: async ({ req, input }) => {
    const { letter, browser, locale, email, ...said } = input
    const [created] = await query<{ id: string }>(
      req,
      // Nothing of what was said but the name, which an account has to have: it is said anew by whoever proves the address.
      sql`insert into users (name, email, locale, kind, timezone, mail_notifications, active, _verified, created_at, updated_at)
          values (${said.name}, ${email}, ${locale}, 'client', 'Europe/Moscow', true, true, false, now(), now())
          on conflict (email) do nothing returning id::text`,
    )
    if (!letter) return
    const [known] = created
      ? [{ ...created, verified: false }]
      : await query<{ id: string; verified: boolean }>(
          req,
          sql`select id::text, coalesce(_verified, false) as verified from users where email = ${email}`,
        )
    if (!known) return
    if (known.verified) {
      await enqueue(req, personLetterJob, { kind: 'registered', collection: 'users', person: known.id })
      return
    }
    await keepRegistration(req, known.id, browser, said)
    await sendConfirmation(req, known.id)
  },
})

/** What the page behind a link has to ask: nothing in the browser that registered, else who is there. Null when the link is dead. */
export async function confirmationOf(
  req: PayloadRequest,
  token: string,
): Promise<{ email: string; asks: boolean } | null> {
  const open = await peekToken(req, 'confirm', token)
  if (!open) return null
  const [person] = await selectFrom(req, 'users', ['email'], sql`where id = ${open.person} and coalesce(active, false)`)
  return person ? { email: person.email, asks: (await registrationOf(req, open.person)) === null } : null
}

/**
 * Confirms an address by the link of the letter and signs the person in. The link proves the address only: name,
 * phone, company and password are those of this browser's own registration, else those given with the link.
 * @throws AppError `link.dead` 410, `auth.closed` 403, `rate.limited` 429, as `register` for what is given.
 */
export async function confirmRegistration(
  req: PayloadRequest,
  token: string,
  given: Partial<OwnInput> = {},
): Promise<SignedIn> {
  await admitAddress(req, 'confirm')
  const open = await peekToken(req, 'confirm', token)
  if (!open) throw new AppError('link.dead', {}, { status: 410 })
  const own = await registrationOf(req, open.person)
  if (own) return runAction(confirmAction, { req, input: { token, said: null } })
  const { password = '', ...rest } = given
  const [known] = await selectFrom(req, 'users', ['email'], sql`where id = ${open.person}`)
  const said = checkAll(ownInput, { name: '', phone: '', ...rest }, { password, about: [given.name, known?.email] })
  return runAction(confirmAction, { req, input: { token, said: { ...said, ...(await hashPassword(password)) } } })
}

export const confirmAction = defineAction({
  name: 'users.confirm',
  label: { ru: 'Подтверждена регистрация', en: 'Confirmed the registration' },
  /** `said`: on the page of the link; null where this browser has registered. */
  input: z.object({ token: z.string().max(200), said: ownInput.extend(passwordInput).nullable() }),
  may: [...everyone, 'anonymous'],
  remote: false,
  run: async ({ req, input }) => {
    const spent = await spendToken(req, 'confirm', input.token)
    const said = spent && (input.said ?? (await registrationOf(req, spent.person)))
    if (!spent || !said) throw new AppError('link.dead', {}, { status: 410 })
    const [person] = await query<{ id: string; name: string; email: string; role: string; active: boolean }>(
      req,
      sql`update users set _verified = true, name = ${said.name}, phone = ${said.phone}, hash = ${said.hash}, salt = ${said.salt}, updated_at = now()
          where id = ${spent.person} and not coalesce(_verified, false)
          returning id::text, name, email, kind::text as role, coalesce(active, false) as active`,
    )
    if (!person) throw new AppError('link.dead', {}, { status: 410 })
    if (!person.active) throw new AppError('auth.closed', {}, { status: 403 })
    const company = await companyOf(req, person.id, {
      name: said.companyName || person.name,
      inn: said.inn || undefined,
      phone: said.phone,
      email: person.email,
    })
    await recordEvent(req, {
      type: 'users.registered',
      entity: 'users',
      entityId: person.id,
      company,
      data: { name: person.name },
      internal: true,
    })
    await companyBook().announce(req, company)
    return signInByLink(req, 'users', person)
  },
})

/** The company a person begins in: a new one of theirs, unless somebody has asked them into one already. */
async function companyOf(
  req: PayloadRequest,
  user: string,
  company: { name: string; inn?: string; phone: string; email: string },
): Promise<string | null> {
  const [held] = await query<{ main: string | null; member: boolean }>(
    req,
    sql`select company_id::text as main, exists (select 1 from memberships m where m.user_id = u.id) as member from users u where u.id = ${user}`,
  )
  return held?.member ? held.main : startCompany(req, { user, ...company })
}
