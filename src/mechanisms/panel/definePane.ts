import { declarations } from '@/src/lib/declarations'
import type { Locale, Text } from '@/src/lib/i18n'
import type { QueryContext } from '../access/context'
import { moduleOfPart } from '../modules/defineModule'
import type { PanelTable } from './panelTable'

/** A fact in words; one without a value is left out. */
export type PaneFact = { label: Text; value: string | null; href?: string; tone?: 'bad' }
/** Lines, movements. */
export type PaneTable = PanelTable & { key: string }
export type PanePaper = { key: string; title: string; note: string; sum: string; href: string }

/** What employees see first of a record; its states, history and correspondence come by themselves. */
export type Pane = {
  facts: readonly PaneFact[]
  tables?: readonly PaneTable[]
  papers?: readonly PanePaper[]
  /** Where it is worked on besides. */
  links?: readonly { label: Text; href: string }[]
}

export type PaneDeclaration = {
  entity: string
  /** The record as the person may read it, in their language; null where there is none for them. */
  read: (context: QueryContext, id: string, locale: Locale) => Promise<Pane | null>
}

const registry = declarations<PaneDeclaration>()

/**
 * Declares the pane that stands in the panel in place of an entity's fields, which lie behind «Все поля». The area's
 * module lists it among its parts.
 */
export function definePane(pane: PaneDeclaration): PaneDeclaration {
  registry.set(pane.entity, pane)
  return pane
}

export const paneOf = (entity: string): PaneDeclaration | undefined => registry.get(entity)
export const declaredPanes = (): readonly PaneDeclaration[] => [...registry.values()]

/** What an area that stands above an entity adds to its pane: papers, or tables of what is the area's own. */
export type PanePart = {
  key: string
  /** Whose panes it is part of. */
  of: readonly string[]
  order: number
  read: (
    context: QueryContext,
    record: { entity: string; id: string },
    locale: Locale,
  ) => Promise<Pick<Pane, 'tables' | 'papers'>>
}

const parts = declarations<PanePart>()

/** Declares a part of other areas' panes; it goes with its own module. */
export function definePanePart(part: PanePart): PanePart {
  parts.set(part.key, part)
  return part
}

/** The whole pane of a record with what other areas add to it; null where there is none for this person. */
export async function readPane(
  context: QueryContext,
  { entity, id }: { entity: string; id: string },
  locale: Locale,
): Promise<Pane | null> {
  const pane = await registry.get(entity)?.read(context, id, locale)
  if (!pane) return null
  let { tables = [], papers = [] } = pane
  for (const part of [...parts.values()].sort((a, b) => a.order - b.order)) {
    if (!part.of.includes(entity) || context.actor.off?.has(moduleOfPart(part) ?? '')) continue
    const more = await part.read(context, { entity, id }, locale)
    tables = [...tables, ...(more.tables ?? [])]
    papers = [...papers, ...(more.papers ?? [])]
  }
  return { ...pane, tables, papers }
}
