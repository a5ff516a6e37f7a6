import { declarations } from '@/src/lib/declarations'
import type { Locale, Text } from '@/src/lib/i18n'
import type { QueryContext } from '../access/context'
import { moduleOfPart } from '../modules/defineModule'
import type { Origin } from '../fields/overrides'
import type { PanelAct, PanelField, PanelTable } from './panelTable'

/** A fact that is changed where it stands: an action, and the one field that is typed for it. */
export type PaneEdit = { action: string; input: Readonly<Record<string, unknown>>; field: PanelField }

/** A fact in words; one without a value is left out, unless it can be given one. */
export type PaneFact = {
  label: Text
  value: string | null
  href?: string
  tone?: 'bad'
  /** Long words, below the others. */
  wide?: true
  /** Whose it is, of a record that 1C sends: «1С» writes it again, «Своё» was taken over. */
  origin?: Origin | null
  edit?: PaneEdit
  /** Beside «Своё»: how it becomes 1C's again. */
  back?: PanelAct
}
export type PanePicture = { id: string; src: string; alt: string; origin: Origin | null }
/** Pictures in their order. Who may change them is given the action that takes `{ picture, place }` besides `input`. */
export type PanePictures = {
  items: readonly PanePicture[]
  edit?: { action: string; input: Readonly<Record<string, unknown>> }
}
/** How a record without a workflow stands, why, and what may be done about it. */
export type PaneState = {
  label: Text
  tone: 'good' | 'wait' | 'bad'
  why?: readonly string[]
  acts?: readonly PanelAct[]
}
/** Lines, movements. */
export type PaneTable = PanelTable & { key: string }
export type PanePaper = { key: string; title: string; note: string; sum: string; href: string }

/** What employees see first of a record; its states, history and correspondence come by themselves. */
export type Pane = {
  facts: readonly PaneFact[]
  state?: PaneState
  pictures?: PanePictures
  tables?: readonly PaneTable[]
  papers?: readonly PanePaper[]
  /** Where it is worked on besides. */
  links?: readonly PaneLink[]
}
/** `copy`: the address is there to be given to others. */
export type PaneLink = { label: Text; href: string; copy?: string }

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
