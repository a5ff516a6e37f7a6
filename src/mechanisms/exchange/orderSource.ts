import type { Runner } from '../database/query'
import { moduleOfPart } from '../modules/defineModule'
import { isModuleOn } from '../modules/switches'
import type { OfferedOrder } from './commerceml/dialogue-ports'
import type { ExchangeInfo } from './commerceml/info-xml'
import type { OutgoingOrder } from './commerceml/outgoing'

/** Where the dialogue gets the orders that 1C fetches; declared by the room of orders. */
export type OrderSource = {
  /** Orders that this 1C has not taken, or not as they stand now: the same ones until `commit`. */
  pending: (runner: Runner, node: string) => Promise<OutgoingOrder[]>
  /** They are given to this 1C, which may know them from now on, whether it says so or not. Gives those that no other 1C was given first. */
  offered: (runner: Runner, node: string, orders: ReadonlyArray<Pick<OutgoingOrder, 'externalId'>>) => Promise<string[]>
  /** This 1C has them, and hears alone of what becomes of them. An order that changed after it was offered stays pending. */
  commit: (runner: Runner, node: string, offered: readonly OfferedOrder[]) => Promise<void>
  /** Why an order cannot go, in words for the manager. */
  park: (runner: Runner, node: string, id: string, problem: string) => Promise<void>
  info: () => ExchangeInfo
}

let declared: OrderSource | undefined

export function defineOrderSource(source: OrderSource): OrderSource {
  declared = source
  return source
}

/** The source, while the area that declares it is on. */
export async function orderSourceOf(runner: Runner): Promise<OrderSource | undefined> {
  const module = declared && moduleOfPart(declared)
  return module === undefined || (await isModuleOn(runner, module)) ? declared : undefined
}
