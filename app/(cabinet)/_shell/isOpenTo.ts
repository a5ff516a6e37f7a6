import type { Role } from '@/src/mechanisms/access/roles'
import type { CabinetSession } from '../_session/session'

/** Whether the person holds, in this company, the right that a place or a deed asks for. */
export const isOpenTo = (
  { capabilities, actor }: Pick<CabinetSession, 'capabilities' | 'actor'>,
  { needs, roles }: { needs?: string; roles?: readonly Role[] },
): boolean => (!needs || capabilities.has(needs)) && (!roles || roles.includes(actor.role))
