import type { OrderRecord } from '@/src/mechanisms/exchange/commerceml/records'
import { orderWorkflow } from './order.workflow'

type Word = {
  state: string
  /** What the word says of the shipment: all has gone, or not all. */
  gone?: boolean
}

/**
 * The states of an order as typical configurations of 1C call them (УТ 11, КА, ERP, УНФ) and as Bitrix gives its own
 * back. A word counts as a whole: «К выполнению», «Не выполнен» and «Выполнен» have one stem and nothing else in common.
 */
const WORDS: Readonly<Record<string, Word>> = {
  'не согласован': { state: 'submitted' },
  'на согласовании': { state: 'submitted' },
  'ожидается согласование': { state: 'submitted' },
  новый: { state: 'submitted' },
  оформлен: { state: 'submitted' },
  'на рассмотрении': { state: 'submitted' },
  согласован: { state: 'confirmed' },
  подтвержден: { state: 'confirmed' },
  принят: { state: 'confirmed' },
  'принят в обработку': { state: 'confirmed' },
  'принят, ожидается оплата': { state: 'confirmed' },
  открыт: { state: 'confirmed' },
  'ожидает оплаты': { state: 'confirmed' },
  'ожидается оплата': { state: 'confirmed' },
  'ожидается аванс': { state: 'confirmed' },
  'ожидается аванс (до обеспечения)': { state: 'confirmed' },
  'не отгружен': { state: 'confirmed', gone: false },
  'к обеспечению': { state: 'working' },
  'готов к обеспечению': { state: 'working' },
  'в резерве': { state: 'working' },
  'в работе': { state: 'working' },
  'передан в работу': { state: 'working' },
  выполняется: { state: 'working' },
  'к выполнению': { state: 'working' },
  'в процессе выполнения': { state: 'working' },
  'в производстве': { state: 'working' },
  'в обработке': { state: 'working' },
  комплектуется: { state: 'working' },
  'на комплектации': { state: 'working' },
  собирается: { state: 'working' },
  'в сборке': { state: 'working' },
  'на сборке': { state: 'working' },
  собран: { state: 'working' },
  'ожидается обеспечение': { state: 'working' },
  'ожидается предоплата': { state: 'working' },
  'ожидается предоплата (до отгрузки)': { state: 'working' },
  'готов к отгрузке': { state: 'working' },
  'к отгрузке': { state: 'working' },
  'в процессе отгрузки': { state: 'working' },
  отгружается: { state: 'working' },
  'частично отгружен': { state: 'working', gone: false },
  'отгружен частично': { state: 'working', gone: false },
  отгружен: { state: 'shipped', gone: true },
  отправлен: { state: 'shipped', gone: true },
  'передан в доставку': { state: 'shipped', gone: true },
  'передан в службу доставки': { state: 'shipped', gone: true },
  доставляется: { state: 'shipped', gone: true },
  'ожидается оплата (после отгрузки)': { state: 'shipped', gone: true },
  'готов к закрытию': { state: 'shipped', gone: true },
  выполнен: { state: 'closed' },
  завершен: { state: 'closed' },
  закрыт: { state: 'closed' },
  доставлен: { state: 'closed' },
  выдан: { state: 'closed' },
  отменен: { state: 'cancelled' },
  аннулирован: { state: 'cancelled' },
  отклонен: { state: 'cancelled' },
}

/** «[F] Доставлен » of Bitrix is «доставлен»; Ё and Е are one letter here. */
const plain = (word: string): string =>
  word
    .replace(/^\[[^\]]*\]/, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.!]$/, '')
    .toLowerCase()
    .replaceAll('ё', 'е')

/** What 1C says of an order in so many words; undefined when its status is none that the portal knows. */
export const stateWord = (status: string | null): Word | undefined =>
  status === null ? undefined : WORDS[plain(status)]

/** How the order stands in the portal before it is told anew; null for one that is not there yet. */
export type OrderStanding = {
  status: string
  /** People changed it here and 1C has not heard of that: what it says may be older than their word. */
  unsent: boolean
  /** What its documents of shipment add up to: everything, a part; null while there are none. */
  shippedWhole: boolean | null
}

const rankOf = (status: string): number => orderWorkflow.states[status]?.step ?? -1

/**
 * The state that an order goes over to by what 1C says of it; null to leave it where it is. Being posted or a word for an
 * earlier state moves nothing back; a shipment is undone by what is said of shipments alone, an end (closed, cancelled) by a
 * word or, cancelled, by being posted again.
 */
export function orderStateOf(record: Told, standing: OrderStanding | null): string | null {
  if (record.cancelled || record.deleted) return moved('cancelled', standing)
  const word = stateWord(record.statusName)
  const target = targetOf(record, word, standing)
  if (!target || !standing) return target
  if (standing.status === 'cancelled') return standing.unsent ? null : moved(target, standing)
  if (target === 'cancelled' || rankOf(target) > rankOf(standing.status)) return target
  if (standing.status === 'closed') return word ? moved(target, standing) : null
  return standing.status === 'shipped' && goneOf(record, word, standing) === false
    ? moved(rankOf(target) < rankOf('working') ? 'working' : target, standing)
    : null
}

type Told = Pick<
  OrderRecord,
  'cancelled' | 'deleted' | 'statusName' | 'shipped' | 'shippedNumber' | 'shippedDate' | 'posted'
>

const moved = (target: string, standing: OrderStanding | null): string | null =>
  standing?.status === target ? null : target

function targetOf(record: Told, word: Word | undefined, standing: OrderStanding | null): string | null {
  if (word && ['closed', 'cancelled'].includes(word.state)) return word.state
  const gone = goneOf(record, word, standing)
  if (gone) return 'shipped'
  if (word) return word.state === 'shipped' ? 'working' : word.state
  if (gone === false && standing?.status === 'shipped') return 'working'
  return record.posted && record.statusName === null ? 'confirmed' : null
}

/**
 * Whether everything has gone: «Отгружен» in so many words, then the word of the state, then documents of shipment. The
 * number of a shipment alone, which 1C fills with the first of them, counts where it sends no such documents at all.
 */
function goneOf(record: Told, word: Word | undefined, standing: OrderStanding | null): boolean | null {
  return record.shipped ?? word?.gone ?? standing?.shippedWhole ?? (byNumberAlone(record) ? true : null)
}

/** Whether all that is said of the shipment is the number or the day of one. */
export function byNumberAlone(record: Told): boolean {
  return (
    record.shipped === null &&
    stateWord(record.statusName)?.gone === undefined &&
    Boolean(record.shippedNumber ?? record.shippedDate)
  )
}
