import { declarations } from '@/src/lib/declarations'
import type { ChosenFrom } from '../lists/defineList'
import type { Placed } from './shownTo'

/** Rows of a workplace that something is done with together. */
export type PanelList<Row> = ChosenFrom<Row> & {
  /** the workplace that shows them: who opens it chooses among them */
  workplace: Placed
}

// Rows are known to the declaration alone; whoever finds it by its key only hands them back to it.
type AnyList = PanelList<unknown>
const registry = declarations<AnyList>()

/**
 * Declares the rows of a workplace, so that `defineBulk` may say what is done with those that are chosen. The area's
 * module lists it among its parts, and it goes with the module.
 */
export function definePanelList<Row>(declaration: PanelList<Row>): PanelList<Row> {
  registry.set(declaration.key, declaration as unknown as AnyList)
  return declaration
}

export const declaredPanelLists = (): readonly AnyList[] => [...registry.values()]
export const panelListNamed = (key: string): AnyList | undefined => registry.get(key)
