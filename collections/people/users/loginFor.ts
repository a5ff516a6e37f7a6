import type { PayloadRequest } from 'payload'
import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Actor } from '@/src/mechanisms/access/actor'
import { isReachable } from '@/src/mechanisms/access/reachable'
import { execute, query } from '@/src/mechanisms/database/query'
import { endSessions } from '@/src/mechanisms/sessions/sessions'
import { hasOpenLink, voidLinks } from '@/src/mechanisms/sessions/tokens'

/** `theirs`: whoever asks may open a membership for this login without the person's own word. */
export type Login = { id: string; woken: boolean; invite: boolean; theirs: boolean }

/**
 * The login of an address, made or woken; one address at a time, so two batches cannot make two. The login of somebody
 * who is not in the actor's care is left as it is. Null when that one is closed.
 */
export async function loginFor(
  req: PayloadRequest,
  actor: Actor,
  person: { email: string; name: string; phone: string | null; company: string },
): Promise<Login | null> {
  const { name, phone, company } = person
  const email = person.email.toLowerCase()
  await query(req, sql`select pg_advisory_xact_lock(hashtextextended(${`login:${email}`}, 0))`)
  const [known] = await query<{ id: string; active: boolean; proved: boolean; nobodys: boolean }>(
    req,
    sql`select id::text, coalesce(active, false) as active, coalesce(_verified, false) and hash is not null as proved,
               company_id is null and not coalesce(_verified, false) as nobodys
        from users where lower(email) = ${email} for update`,
  )
  if (
    known &&
    !known.nobodys &&
    !(await isReachable(req, actor, { entity: 'users', id: known.id, operation: 'update' }))
  )
    return known.active ? { id: known.id, woken: false, invite: false, theirs: false } : null
  if (known) {
    // An address that nobody has proved to be theirs may have been registered by somebody else: its password is void.
    // A person of several companies is renamed by their main one alone.
    await execute(
      req,
      sql`update users set active = true,
            name = case when ${known.proved} and company_id <> ${company} then name else ${name} end,
            phone = case when ${known.proved} and company_id <> ${company} then coalesce(phone, ${phone}) else coalesce(${phone}, phone) end,
            company_id = coalesce(company_id, ${company}), updated_at = now(),
            hash = case when ${known.proved} then hash end, salt = case when ${known.proved} then salt end
          where id = ${known.id}`,
    )
    // One letter is enough while its link works.
    const invite = !known.proved && !(await hasOpenLink(req, { collection: 'users', person: known.id }, 'invite'))
    return { id: known.id, woken: !known.active, invite, theirs: true }
  }
  // No password is set: nobody can log in until the person sets one by the link.
  const [made] = await query<{ id: string }>(
    req,
    sql`insert into users (email, name, kind, phone, company_id, active, locale, timezone, mail_notifications, _verified, created_at, updated_at)
        values (${email}, ${name}, 'client', ${phone}, ${company}, true, 'ru', 'Europe/Moscow', true, false, now(), now())
        returning id::text`,
  )
  if (!made) throw new Error('The login was not made')
  return { id: made.id, woken: true, invite: true, theirs: true }
}

/**
 * Puts the login of a person to sleep who belongs to no company any more: by those who may write it. Sessions end at
 * once; a link that is still on its way must not open the door again.
 */
export async function closeLogin(
  req: PayloadRequest,
  actor: Actor,
  { user, by }: { user: string; by: 'erp' | 'portal' },
): Promise<void> {
  if (!(await isReachable(req, actor, { entity: 'users', id: user, operation: 'update' }))) return
  const asleep = await execute(
    req,
    sql`update users set active = false, closed_by = ${by}, updated_at = now() where id = ${user} and active and kind <> 'employee'
        and not exists (select 1 from memberships m where m.user_id = ${user} and m.state in ('active', 'invited'))`,
  )
  if (asleep === 0) return
  await endSessions(req, 'users', user)
  await execute(
    req,
    sql`update users set reset_password_token = null, reset_password_expiration = null where id = ${user}`,
  )
  await voidLinks(req, { collection: 'users', person: user })
}

/** Whether a login, or its membership of a company, was closed by a person: 1C does not open such a one. */
export async function isClosedByHand(
  req: PayloadRequest,
  { email, company }: { email: string; company: string },
): Promise<boolean> {
  const rows = await query(
    req,
    sql`select 1 from users u left join memberships m on m.user_id = u.id and m.company_id = ${company}
        where lower(u.email) = ${email.toLowerCase()}
          and ((not coalesce(u.active, false) and u.closed_by is distinct from 'erp') or (not coalesce(m.active, true) and m.closed_by = 'portal'))`,
  )
  return rows.length > 0
}
