import type { Actor } from './actor'
import { declaredAccess } from './defineAccess'

/** A company as somebody works in it: `partner` is their own one, whose sub-client it is. */
export type WorkedIn = { id: string; partner?: string | null }

/**
 * Capabilities that a person holds in a company: those of their membership or, in a sub-client's, those of the partner's
 * own that reach so far. `isHeldFor` asks the same of a company that is known by its id alone.
 */
export function heldIn(actor: Actor, { id, partner }: WorkedIn): ReadonlySet<string> {
  const own = actor.memberships.get(id)
  if (own || !partner || actor.role !== 'partner') return own ?? new Set()
  const reaching = reachingSubclients()
  return new Set([...(actor.memberships.get(partner) ?? [])].filter((capability) => reaching.has(capability)))
}

/** What a partner may of sub-clients: the capabilities by which some entity lets them read of these. Acting is none of them. */
export function reachingSubclients(): ReadonlySet<string> {
  const rules = [...declaredAccess().values()].flatMap(({ declaration }) => declaration.rules.partner ?? [])
  return new Set(
    rules.flatMap(({ read, needs }) => (needs && [read ?? []].flat().includes('subclients') ? [needs] : [])),
  )
}
