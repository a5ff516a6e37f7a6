import type { OrderRecord } from '@/src/mechanisms/exchange/commerceml/records'
import { orderWorkflow } from './order.workflow'

export type ToldState = { name: string; rank: number; rankOf: (status: string) => number }

/** Words that typical configurations of 1C use for states of an order (Статус заказа). */
const WORDS: ReadonlyArray<readonly [RegExp, string]> = [
  [/отмен|аннулир/i, 'cancelled'],
  [/закрыт|выполнен|завершен|завершён|доставлен/i, 'closed'],
  [/отгруж|отправлен|передан/i, 'shipped'],
  [/собира|сборк|обеспеч|в работе|выполня|комплект|производств/i, 'working'],
  [/подтвержд|согласован|принят|не отгружен|ожида/i, 'confirmed'],
]

const rankOf = (status: string): number => orderWorkflow.states[status]?.step ?? -1

/**
 * The state that 1C tells of an order: cancelled or marked for deletion, by the words of its status,
 * by a shipment, or by being posted. Null when it says nothing of the kind; a status in words that
 * are not known here leaves the order where it is.
 */
export function stateOf(record: Pick<OrderRecord, 'cancelled' | 'deleted' | 'statusName' | 'shipped' | 'shippedNumber' | 'shippedDate' | 'posted'>): ToldState | null {
  const name = stateName(record)
  return name ? { name, rank: rankOf(name), rankOf } : null
}

function stateName(record: Parameters<typeof stateOf>[0]): string | null {
  if (record.cancelled || record.deleted) return 'cancelled'
  const told = record.statusName ? WORDS.find(([words]) => words.test(record.statusName ?? ''))?.[1] : undefined
  if (told) return told
  if (record.shipped ?? Boolean(record.shippedNumber ?? record.shippedDate)) return 'shipped'
  return record.posted ? 'confirmed' : null
}
