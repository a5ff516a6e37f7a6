import { describe, expect, it } from 'vitest'
import {
  byNumberAlone,
  orderStateOf,
  stateWord,
  type OrderStanding,
} from '@/collections/sales/orders/order.states.rules'
import { allGone, spreadShipped } from '@/collections/sales/orders/order.shipments.rules'
import { orderWorkflow } from '@/collections/sales/orders/order.workflow'

const quiet = {
  cancelled: false,
  deleted: false,
  statusName: null,
  shipped: null,
  shippedNumber: null,
  shippedDate: null,
  posted: true,
}
const at = (status: string, more: Partial<OrderStanding> = {}): OrderStanding => ({
  status,
  unsent: false,
  shippedWhole: null,
  ...more,
})

describe('words of 1C for the state of an order', () => {
  it.each([
    ['Не согласован', null],
    ['Ожидается согласование', null],
    ['Согласован', 'confirmed'],
    ['Подтверждён', 'confirmed'],
    ['[N] Принят, ожидается оплата', 'confirmed'],
    ['Ожидается аванс (до обеспечения)', 'confirmed'],
    ['К обеспечению', 'working'],
    ['Готов к обеспечению', 'working'],
    ['Ожидается обеспечение', 'working'],
    ['К выполнению', 'working'],
    ['В процессе выполнения', 'working'],
    ['К отгрузке', 'working'],
    ['Готов к отгрузке', 'working'],
    ['В процессе отгрузки', 'working'],
    ['Ожидается предоплата (до отгрузки)', 'working'],
    ['Не отгружен', 'confirmed'],
    ['Частично отгружен', 'working'],
    ['Отгружен', 'shipped'],
    ['Ожидается оплата (после отгрузки)', 'shipped'],
    ['Готов к закрытию', 'shipped'],
    ['Закрыт', 'closed'],
    [' Выполнен ', 'closed'],
    ['[F] Доставлен', 'closed'],
    ['Завершён', 'closed'],
    ['[FINAL] Закрыт!', 'closed'],
    ['  В \t работе.', 'working'],
    ['Отменён', 'cancelled'],
    ['Аннулирован', 'cancelled'],
  ])('«%s» of an order just placed: %s', (statusName, state) => {
    expect(orderStateOf({ ...quiet, statusName }, at('submitted'))).toBe(state)
  })

  it.each([
    'Не выполнен',
    'Отмена отменена',
    'Не закрыт',
    'Не подтверждён',
    'Отгружен не полностью',
    'Отгружен. частично',
    'Закрыт [в архиве]',
    '',
    'Ждёт лунного света',
  ])('«%s» is no word it knows, and moves nothing', (statusName) => {
    for (const status of Object.keys(orderWorkflow.states))
      expect(orderStateOf({ ...quiet, statusName }, at(status))).toBeNull()
    expect(orderStateOf({ ...quiet, statusName }, null)).toBeNull()
  })

  it.each([
    ['an end gives way to a word', { statusName: 'К выполнению' }, at('closed'), 'working'],
    ['being posted opens no closed order', {}, at('closed'), null],
    ['what is posted again is live again', {}, at('cancelled'), 'confirmed'],
    [
      'a cancellation that 1C has not heard of stands',
      { statusName: 'К выполнению' },
      at('cancelled', { unsent: true }),
      null,
    ],
    ['an earlier word takes nothing back', { statusName: 'Согласован' }, at('working'), null],
    ['nor from a shipment', { statusName: 'К выполнению' }, at('shipped'), null],
    ['a shipment is taken back by what is said of it', { statusName: 'Частично отгружен' }, at('shipped'), 'working'],
    ['in so many words', { shipped: false }, at('shipped'), 'working'],
    ['or by its documents', {}, at('shipped', { shippedWhole: false }), 'working'],
    ['a number of a shipment counts where no documents come', { shippedNumber: 'Р-1' }, at('confirmed'), 'shipped'],
    ['and not where they say less', { shippedNumber: 'Р-1' }, at('confirmed', { shippedWhole: false }), null],
    ['whatever stands, deleted is cancelled', { deleted: true }, at('shipped'), 'cancelled'],
    ['of a closed one, too', { cancelled: true }, at('closed'), 'cancelled'],
    ['once', { deleted: true }, at('cancelled'), null],
    [
      '«Не отгружен» takes a shipment back, but not to before the work',
      { statusName: 'Не отгружен' },
      at('shipped'),
      'working',
    ],
    [
      'so does the shipment beside a word nobody knows',
      { shipped: false, statusName: 'Ждёт лунного света' },
      at('shipped'),
      'working',
    ],
    [
      'which of an order in work says nothing new',
      { shipped: false, statusName: 'Ждёт лунного света' },
      at('working'),
      null,
    ],
    ['a word for the end stands above the shipment', { shipped: true, statusName: 'Закрыт' }, at('working'), 'closed'],
    ['a cancellation, too', { shipped: true, statusName: 'Отменён' }, at('working'), 'cancelled'],
    [
      '«Отгружен» is not shipped where the shipment says no',
      { shipped: false, statusName: 'Отгружен' },
      at('confirmed'),
      'working',
    ],
    ['what is not posted says nothing', { posted: false }, at('submitted'), null],
    ['a new order is where its word says', { statusName: 'Закрыт' }, null, 'closed'],
    ['or confirmed, being posted', { shipped: false }, null, 'confirmed'],
    ['or nowhere yet', { posted: false }, null, null],
    ['a new one can come cancelled', { deleted: true }, null, 'cancelled'],
    ['the same end twice changes nothing', { statusName: 'Закрыт' }, at('closed'), null],
  ] as const)('%s', (_why, told, standing, state) => {
    expect(orderStateOf({ ...quiet, ...told }, standing)).toBe(state)
  })

  it('says of a word what it tells of the shipment', () => {
    expect([
      stateWord('Отгружен')?.gone,
      stateWord('Частично отгружен')?.gone,
      stateWord('К отгрузке')?.gone,
      stateWord(null),
    ]).toEqual([true, false, undefined, undefined])
  })

  it.each([
    ['a number', { shippedNumber: 'Р-1' }, true],
    ['a day', { shippedDate: '2026-11-24' }, true],
    ['neither', {}, false],
    ['a number beside «Отгружен: нет»', { shippedNumber: 'Р-1', shipped: false }, false],
    ['a number beside a word for the shipment', { shippedNumber: 'Р-1', statusName: 'Частично отгружен' }, false],
    ['a number beside another word', { shippedNumber: 'Р-1', statusName: 'К отгрузке' }, true],
  ])('a shipment told by %s alone: %s', (_what, told, alone) => {
    expect(byNumberAlone({ ...quiet, ...told })).toBe(alone)
  })

  it('leads the ERP from every state to every other, but back to the beginning', () => {
    const states = Object.keys(orderWorkflow.states)
    const without = states.flatMap((from) =>
      states
        .filter(
          (to) =>
            from !== to &&
            !Object.values(orderWorkflow.transitions).some(
              (way) => way.to === to && way.from.includes(from) && way.by.includes('erp'),
            ),
        )
        .map((to) => `${from} ${to}`),
    )
    expect(without).toEqual(states.slice(1).map((from) => `${from} submitted`))
  })
})

describe('shipped quantities by line', () => {
  const line = (sku: string | null, qty: number, name = 'x') => ({ sku, name, qty })

  it.each([
    ['a part of one line', [line('a', 10)], [line('a', 4)], [4], false],
    ['two lines of the same goods, in their order', [line('a', 3), line('a', 5)], [line('a', 4)], [3, 1], false],
    ['more than was ordered stays on the last', [line('a', 3), line('a', 5)], [line('a', 9)], [3, 6], true],
    ['two shipments add up', [line('a', 10), line('b', 2)], [line('a', 4), line('a', 6), line('b', 2)], [10, 2], true],
    [
      'goods of another characteristic are other goods',
      [line('a#1', 1), line('a#2', 1)],
      [line('a#2', 1)],
      [0, 1],
      false,
    ],
    ['goods named by their product alone', [line('a#1', 1)], [line('a', 1)], [1], true],
    [
      'a line of text by its words; it holds nothing back',
      [line('a', 1), line(null, 1, 'Доставка')],
      [line('a', 1)],
      [1, 0],
      true,
    ],
    ['what is not in the order', [line('a', 1)], [line('z', 5)], [0], false],
  ])('%s', (_why, lines, gone, shipped, whole) => {
    expect(spreadShipped(lines, gone)).toEqual(shipped)
    expect(allGone(lines, shipped)).toBe(whole)
  })

  it('an order of text alone is never known to have gone', () => {
    expect(allGone([line(null, 1, 'Доставка')], [1])).toBe(false)
  })
})
