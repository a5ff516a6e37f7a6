import type { SQL } from '@payloadcms/db-postgres/drizzle'
import { declarations } from '@/src/lib/declarations'
import type { Text } from '@/src/lib/i18n'
import type { QueryContext } from '../access/context'
import { scalars } from '../database/scalars'
import type { PanelSection } from './panelPlace'
import { shownTo, type Placed } from './shownTo'

/** A page of the panel where a kind of work is done; the panel's navigation leads to it. */
export type Workplace = Placed & {
  /** What the navigation and the title of the page say. */
  label: Text
  /** Where the navigation has it; among work unless it says so. */
  section?: PanelSection
  /** Its address within the panel: `/workplace/orders`. */
  path: `/${string}`
  /** The component of its page: `/src/admin/workplace/OrdersWorkplace#OrdersWorkplace`. */
  view: `/${string}#${string}`
  /** How much waits there: a scalar expression that counts what the person may read. */
  badge?: (context: QueryContext) => SQL
}

const registry = declarations<Workplace>()

/** Declares a workplace of the panel. Its view asks `viewContext(props, workplace)` who may open it. */
export function defineWorkplace(workplace: Workplace): Workplace {
  registry.set(workplace.key, workplace)
  return workplace
}

export const declaredWorkplaces = (): readonly Workplace[] => [...registry.values()]

/** Where a workplace opens in a browser. */
export const addressOfWorkplace = ({ path }: Workplace): string => `/admin${path}`

export type WaitingWorkplace = { workplace: Workplace; waiting: number }

/** The person's workplaces in the order of the navigation, with how much waits in each: one question for all. */
export async function workplacesFor(context: QueryContext): Promise<WaitingWorkplace[]> {
  const mine = shownTo(context.actor, registry.values())
  const counts = await scalars<number>(
    context.req,
    mine.flatMap(({ key, badge }) => (badge ? [[key, badge(context)] as const] : [])),
  )
  return mine.map((workplace) => ({ workplace, waiting: counts[workplace.key] ?? 0 }))
}
