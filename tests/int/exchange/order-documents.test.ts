import { sql } from '@payloadcms/db-postgres/drizzle'
import { beforeEach, describe, expect, it } from 'vitest'
import { query } from '@/src/mechanisms/database/query'
import { builders, type Builders } from '@/tests/builders/builders'
import { listIssues } from '@/tests/support/exchange'
import { exchangeGround } from '@/tests/support/exchangeGround'
import { rawDialogue } from '@/tests/support/onec'

const ground = exchangeGround()
let make: Builders
let order: string

type Told = { id: string; operation: string; number?: string; sum?: string; base?: string; deleted?: boolean }
const document = ({ id, operation, number = id, sum = '0', base, deleted = false }: Told, below = ''): string =>
  `<Документ><Ид>${id}</Ид><Номер>${number}</Номер><Дата>2026-11-24</Дата><Время>10:00:00</Время><ХозОперация>${operation}</ХозОперация><Валюта>руб</Валюта><Сумма>${sum}</Сумма>` +
  `${base ? `<Основание>${base}</Основание>` : ''}<ПометкаУдаления>${deleted}</ПометкаУдаления>${below}</Документ>`
const requisites = (values: Record<string, string>): string =>
  `<ЗначенияРеквизитов>${Object.entries(values)
    .map(
      ([name, value]) =>
        `<ЗначениеРеквизита><Наименование>${name}</Наименование><Значение>${value}</Значение></ЗначениеРеквизита>`,
    )
    .join('')}</ЗначенияРеквизитов>`

async function play(...documents: string[]): Promise<string> {
  const oneC = await rawDialogue(ground.url, 'sale')
  await oneC.init()
  const xml = `<?xml version="1.0" encoding="UTF-8"?><КоммерческаяИнформация ВерсияСхемы="2.10" ДатаФормирования="2026-11-24T12:00:00">${documents.join('')}</КоммерческаяИнформация>`
  expect(await oneC.file('orders-1_1.xml', xml)).toBe('success')
  return oneC.import('orders-1_1.xml')
}
const state = async (): Promise<{ status: string; paid: number; documents: string[] }> => {
  const [row] = await query<{ status: string; paid: number; documents: string[] }>(
    ground.payload,
    sql`select status::text, coalesce(paid, 0)::float8 as paid, array(select kind || ' ' || number || ' ' || (total / 100)::int || case when cancelled then ' отменён' else '' end
               from documents d where d.order_id = o.id order by number) as documents from orders o where id::text = ${order}`,
  )
  return row ?? { status: '', paid: 0, documents: [] }
}

describe('[ERP-03] [EXCH-23] payments and shipments under orders of CommerceML', () => {
  beforeEach(async () => {
    make = builders(ground.payload)
    // A client who registered in the portal: 1C has no identifier for it yet.
    order = await make.order({
      companyId: await make.company({}),
      number: 'К-001001',
      total: 1_000_00,
      status: 'confirmed',
    })
  })

  it('become documents of the order, add up to what is paid, and move it when everything has gone', async () => {
    const payment = { id: 'p-1', operation: 'Выплата безналичных денег', sum: '400', base: order }
    expect(
      await play(document(payment), document({ id: 's-1', operation: 'Отпуск товара', sum: '600', base: order })),
    ).toBe('success')
    expect(await state()).toEqual({
      status: 'confirmed',
      paid: 400_00,
      documents: ['payment p-1 400', 'waybill s-1 600'],
    })
    await play(
      document({ id: 'p-2', operation: 'Эквайринговая операция', sum: '600,00', base: order }),
      document({ id: 's-2', operation: 'Отпуск товара', sum: '400', base: 'К-001001' }),
    )
    expect(await state()).toEqual({
      status: 'shipped',
      paid: 1_000_00,
      documents: ['payment p-1 400', 'payment p-2 600', 'waybill s-1 600', 'waybill s-2 400'],
    })
    // The same again changes nothing; a payment that 1C took back is no payment.
    await play(document(payment))
    expect((await state()).paid).toBe(1_000_00)
    await play(document({ ...payment, deleted: true }))
    expect(await state()).toMatchObject({
      status: 'shipped',
      paid: 600_00,
      documents: ['payment p-1 400 отменён', 'payment p-2 600', 'waybill s-1 600', 'waybill s-2 400'],
    })
    expect(await listIssues(ground.payload)).toEqual([])
  })

  it('stand below their order in the file, before it is read', async () => {
    const below = `<ПодчиненныеДокументы><ПодчиненныйДокумент><Ид>inv-7</Ид><Номер>7</Номер><Дата>2026-11-24</Дата><ХозОперация>Счет на оплату</ХозОперация><Сумма>1000</Сумма></ПодчиненныйДокумент></ПодчиненныеДокументы>`
    expect(await play(document({ id: order, number: 'К-001001', operation: 'Заказ товара', sum: '1000' }, below))).toBe(
      'success',
    )
    expect(await state()).toMatchObject({ documents: ['invoice 7 1000'] })
  })

  it('wait for an order that is not there, and come when it is', async () => {
    await play(document({ id: 'p-9', operation: 'Выплата наличных денег', sum: '10', base: 'o-later' }))
    expect(await listIssues(ground.payload)).toMatchObject([
      {
        entity: 'documents',
        external: 'p-9',
        code: 'document.unknownOrder',
        status: 'parked',
        message: 'Документ «Выплата наличных денег» p-9 ждёт своего заказа',
      },
    ])
    const later = await make.order({
      companyId: await make.company({}),
      number: 'К-001002',
      total: 10_00,
      externalId: 'o-later',
    })
    await play()
    expect(await query(ground.payload, sql`select order_id::text as "order", kind::text from documents`)).toEqual([
      { order: later, kind: 'payment' },
    ])
    expect((await listIssues(ground.payload)).map(({ status }) => status)).toEqual(['resolved'])
  })

  it('what the portal does not show is named in the journal, and the rest goes on', async () => {
    expect(
      await play(
        document({ id: 'r-1', operation: 'Возврат товара', base: order }),
        document({ id: 'p-1', operation: 'Выплата безналичных денег', sum: '5' }),
        document({ id: 's-1', operation: 'Отпуск товара', sum: '1', base: order }),
      ),
    ).toBe('success')
    expect(
      (await listIssues(ground.payload)).map(({ external, code, message }) => [external, code, message]).sort(),
    ).toEqual([
      [
        'p-1',
        'document.noOrder',
        'Документ «Выплата безналичных денег» p-1 не принят: не сказано, к какому заказу он относится',
      ],
      [
        'r-1',
        'document.notTaken',
        'Документ «Возврат товара» r-1 не принят: такие документы в кабинете не показываются',
      ],
    ])
    expect((await state()).documents).toEqual(['waybill s-1 1'])
  })

  it.each([
    [{ Оплачен: 'true' }, { status: 'confirmed', paid: 1_000_00 }],
    [
      { 'Заказ оплачен': 'false', 'Дата оплаты': '2026-11-24 10:00:00' },
      { status: 'confirmed', paid: 0 },
    ],
    // 1C fills the number and the day with the first payment, of whatever sum.
    [
      { 'Номер оплаты по 1С': 'ПП-7', 'Дата оплаты по 1С': '2026-11-24' },
      { status: 'confirmed', paid: 0 },
    ],
    [
      { Отгружен: 'true', 'Номер отгрузки по 1С': 'РТ-15', 'Дата отгрузки по 1С': '2026-11-24' },
      { status: 'shipped', paid: 0 },
    ],
    [
      { Отгружен: 'false', 'Номер отгрузки': 'РТ-15' },
      { status: 'confirmed', paid: 0 },
    ],
  ])('requisites %j of the order itself say the same', async (values, expected) => {
    await play(
      document(
        { id: order, number: 'К-001001', operation: 'Заказ товара', sum: '1000' },
        requisites({ Проведен: 'true', ...values }),
      ),
    )
    expect(await state()).toMatchObject(expected)
    const [comment] = await query<{ said: string }>(
      ground.payload,
      sql`select data->>'comment' as said from events where entity_id = ${order} and type = 'order.shipped'`,
    )
    expect(comment?.said).toBe(expected.status === 'shipped' ? 'Отгрузка № РТ-15 от 24.11.2026' : undefined)
  })
})
