import { readCommerceML } from '@/src/mechanisms/exchange/commerceml/read'
import type { OrderRecord } from '@/src/mechanisms/exchange/commerceml/records'
import { wallClock } from '@/src/mechanisms/exchange/commerceml/times'
import { escapeXml } from '@/src/mechanisms/exchange/commerceml/xml-text'
import { OneCError, type OneCAnswer } from './onec-http'

export const ZONE = 'Europe/Moscow'
const MAX_NUMBER = 11

/** An order as it stands in this 1C: found again by number and date. */
export type OneCOrder = {
  record: OrderRecord
  number: string
  date: string
  time: string
  number1c: string
  date1c: string
}

/** The key by which 1C finds an order it knows. */
export function orderKey(number: string, date: string): string {
  return `${number} ${date}`
}

/**
 * The answer to sale/query as УТ takes it: all of it or none. It must begin with `<?xml` (no BOM), be CommerceML, and
 * each document must be an order with a number of at most 11 characters, a date, a currency and known sums.
 */
export async function takeOrders(answer: OneCAnswer): Promise<OneCOrder[]> {
  if (answer.bytes.subarray(0, 5).toString('latin1') !== '<?xml')
    throw new OneCError('the orders do not begin with <?xml', answer)
  const taken: OneCOrder[] = []
  const seen = new Set<string>()
  for await (const record of readCommerceML(once(answer.bytes), { zone: ZONE })) {
    if (record.kind === 'problem')
      throw new OneCError(`the batch is refused, line ${record.at.line}: ${record.code}`, answer)
    if (record.kind === 'document')
      throw new OneCError(`the batch is refused: ХозОперация «${record.operation}»`, answer)
    if (record.kind !== 'order') continue
    refuseBad(record, answer)
    const { date, time } = wallClock(record.date, ZONE)
    const key = orderKey(record.number, date)
    if (seen.has(key)) throw new OneCError(`the batch is refused: two orders ${key}`, answer)
    seen.add(key)
    taken.push({ record, number: record.number, date, time, number1c: `УТ${record.number.slice(-9)}`, date1c: date })
  }
  return taken
}

function refuseBad(order: OrderRecord, answer: OneCAnswer): void {
  const refuse = (why: string): never => {
    throw new OneCError(`the batch is refused, order ${order.number}: ${why}`, answer)
  }
  if (order.number.length === 0 || order.number.length > MAX_NUMBER) refuse('Номер')
  if (!order.currency) refuse('Валюта')
  if (order.role !== 'Продавец') refuse('Роль')
  if (order.total === null) refuse('Сумма')
  if (order.counterparties.length === 0 || !order.counterparties[0]?.name) refuse('Контрагент')
  if (order.lines.length === 0) refuse('Товары')
  for (const line of order.lines) {
    if (line.price === null || line.total === null || line.name === '') refuse('Товар')
    if (!line.requisites['ВидНоменклатуры']) refuse('ВидНоменклатуры')
  }
}

async function* once(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** What happened to an order in 1C. */
export type OrderChange = {
  number: string
  /** Wall date in 1C, `2026-11-24`; of the order fetched before when left out. */
  date?: string
  status?: string
  posted?: boolean
  deleted?: boolean
  cancelled?: boolean
  paid?: { number: string; date: string }
  shipped?: { number: string; date: string }
}

/** `orders-<guid>_<n>.xml`: the states of orders, the way 1C writes them back. */
export function ordersXml(changes: { order: OneCOrder; change: OrderChange }[], version: string): string {
  const documents = changes.map(({ order, change }) => {
    const requisites: [string, string][] = [
      ['Номер по 1С', order.number1c],
      ['Дата по 1С', order.date1c],
      ['ПометкаУдаления', String(change.deleted ?? false)],
      ['Проведен', String(change.posted ?? true)],
    ]
    if (change.paid)
      requisites.push(['Номер оплаты по 1С', change.paid.number], ['Дата оплаты по 1С', change.paid.date])
    if (change.shipped)
      requisites.push(['Номер отгрузки по 1С', change.shipped.number], ['Дата отгрузки по 1С', change.shipped.date])
    requisites.push(['Отменен', String(change.cancelled ?? false)])
    if (change.status) requisites.push(['Статус заказа', change.status])
    const values = requisites.map(
      ([name, value]) =>
        `<ЗначениеРеквизита><Наименование>${name}</Наименование><Значение>${escapeXml(value)}</Значение></ЗначениеРеквизита>`,
    )
    const { record } = order
    return [
      `<Документ><Ид>${escapeXml(record.externalId)}</Ид><Номер>${escapeXml(order.number)}</Номер><Дата>${order.date}</Дата><Время>${order.time}</Время>`,
      `<ХозОперация>Заказ товара</ХозОперация><Роль>Продавец</Роль><Валюта>${escapeXml(record.currency ?? '')}</Валюта><Курс>1</Курс>`,
      `<ЗначенияРеквизитов>${values.join('')}</ЗначенияРеквизитов></Документ>\n`,
    ].join('')
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<КоммерческаяИнформация ВерсияСхемы="${version}" ДатаФормирования="2026-11-24T12:00:00">\n${documents.join('')}</КоммерческаяИнформация>\n`
}
