import { sql } from '@payloadcms/db-postgres/drizzle'
import { idIs } from '../database/ids'
import { type Runner } from '../database/query'
import { selectFrom } from '../database/selectFrom'
import { companiesWith, type Actor } from './actor'

/**
 * Whether a person of the cabinet holds the capability for this company: in the company itself or, as a partner, in
 * the one whose sub-client it is. Of everybody else no capability is asked: their role says what they may.
 */
export async function isHeldFor(
  runner: Runner,
  actor: Actor,
  company: string | null | undefined,
  capability: string,
): Promise<boolean> {
  if (actor.collection !== 'users') return true
  if (!company) return false
  const own = companiesWith(actor, capability)
  if (own.includes(company) || actor.role !== 'partner') return own.includes(company)
  const [row] = await selectFrom(runner, 'companies', { partner: 'partner_id' }, sql`where ${idIs(sql`id`, company)}`)
  return own.includes(row?.partner ?? '')
}
