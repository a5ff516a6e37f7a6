import type { Actor } from '../access/actor'
import type { StaffRole } from '../access/roles'
import { moduleOfPart } from '../modules/defineModule'

/** What every part of the panel that an area declares says of its place. */
export type Placed = {
  /** Unique among its kind. */
  key: string
  /** Whose work it is; the others neither see it nor may open it. */
  roles: readonly StaffRole[]
  /** Among its kind, ascending. */
  order: number
  /** Modules without which it means nothing, besides its own. */
  needs?: readonly string[]
}

/** Whether the part is this role's work; what the person reads in it, access says. */
export const isFor = ({ roles }: Placed, { role }: Actor): boolean => roles.some((one) => one === role)

/** Whether the part is there: its module is on, and whatever else it needs. */
export const isThere = (part: Placed, { off }: Actor): boolean =>
  ![moduleOfPart(part) ?? [], part.needs ?? []].flat().some((module) => off?.has(module))

/** Those of the parts that the person has, in their order. */
export function shownTo<Part extends Placed>(actor: Actor, parts: Iterable<Part>): Part[] {
  return [...parts].filter((part) => isFor(part, actor) && isThere(part, actor)).sort((a, b) => a.order - b.order)
}

/** What becomes of a person who comes to a part's page: it is theirs, another role's, or not there at all. */
export function doorOf(part: Placed, actor: Actor): 'open' | 'closed' | 'gone' {
  if (!isFor(part, actor)) return 'closed'
  return isThere(part, actor) ? 'open' : 'gone'
}
