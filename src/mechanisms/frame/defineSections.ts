import { declarations } from '@/src/lib/declarations'
import type { QueryContext } from '../access/context'
import { mayOpen, type AccessNeeds } from '../access/mayOpen'
import { moduleOfPart } from '../modules/defineModule'
import { modulesOff } from '../modules/switches'

/** A page below an area's own; `href` without the language. */
export type Section = { href: string; label: string; note?: string }

export type SectionsDeclaration = AccessNeeds & {
  /** Place of the navigation that they lie under. */
  of: string
  /** What is there now, in the person's language. */
  read: (context: QueryContext) => Promise<Section[]>
}

const registry = declarations<SectionsDeclaration>()

/** Declares pages of an area that come of its data, for the site map. The area's module lists it among its parts. */
export function defineSections(sections: SectionsDeclaration): SectionsDeclaration {
  registry.set(sections.of, sections)
  return sections
}

/** What lies under each place of the navigation for this person, all read at once. */
export async function sectionsFor(context: QueryContext): Promise<ReadonlyMap<string, readonly Section[]>> {
  const off = await modulesOff(context.req)
  const open = [...registry.values()].filter((one) => !off.has(moduleOfPart(one) ?? '') && mayOpen(context, one))
  return new Map(await Promise.all(open.map(async (one) => [one.of, await one.read(context)] as const)))
}
