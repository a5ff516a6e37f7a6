import type { QueryContext } from './context'
import { heldIn } from './heldIn'
import type { Role } from './roles'

/** What a place, a card or a deed asks of whoever sees it. */
export type AccessNeeds = { needs?: string; roles?: readonly Role[] }

/** Whether the person holds it: in the chosen company, or in any of theirs when none is chosen. */
export function mayOpen({ actor, company, via }: QueryContext, { needs, roles }: AccessNeeds): boolean {
  if (roles && !roles.includes(actor.role)) return false
  return (
    !needs ||
    (company
      ? heldIn(actor, { id: company, partner: via }).has(needs)
      : [...actor.memberships.values()].some((held) => held.has(needs)))
  )
}
