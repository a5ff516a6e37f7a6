import http from 'node:http'
import path from 'node:path'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { demoCatalogue, importXml, offersXml } from '@/tests/emulator/catalogue-xml'
import { startFakePortal, type FakePortal } from '@/tests/emulator/fake-portal'
import { createOneC, type OneC, type OneCOptions } from '@/tests/emulator/onec'
import { buildOutgoing } from './outgoing-builder'
import { ofKind, readAll } from './reading'
import { ownExports } from '@/tests/support/shared'

let closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing) await close()
  closing = []
})

async function portal(options: Parameters<typeof startFakePortal>[0] = {}): Promise<FakePortal> {
  const started = await startFakePortal(options)
  closing.push(started.close)
  return started
}

function oneC(url: string, options: Partial<OneCOptions> = {}): OneC {
  return createOneC({ url, login: '1c', password: 'пароль', pause: 5, patience: 5000, ...options })
}

const catalogue = demoCatalogue({ products: 30 })
const files = [
  { name: 'offers0_1.xml', content: offersXml(catalogue) },
  { name: 'import0_1.xml', content: importXml(catalogue) },
  { name: 'import_files/ab/1.jpg', content: Buffer.from([0xff, 0xd8, 1, 2, 3]) },
]

describe('[EXCH-20] 1C and the portal understand each other', () => {
  it.each([
    { flavour: 'ut', zip: true, encoding: 'utf-8' },
    { flavour: 'ut', zip: false, encoding: 'windows-1251' },
    { flavour: 'unf', zip: true, encoding: 'utf-8' },
    { flavour: 'bitrix', zip: false, encoding: 'utf-8' },
  ] as const)('sends a catalogue: %o', async (how) => {
    const to = await portal({ importMs: 60, holdMs: 20, node: { fileLimit: 5000 } })
    const sent = await oneC(to.url, how).sendCatalogue({ files })
    expect(sent.imported).toEqual(['import0_1.xml', 'offers0_1.xml'])
    expect(sent.progress).toBeGreaterThan(0)
    expect(ofKind(to.records, 'product')).toHaveLength(30)
    expect(ofKind(to.records, 'offer')).toHaveLength(
      catalogue.products.reduce((sum, one) => sum + one.offers.length, 0),
    )
    expect(ofKind(to.records, 'product')[0]?.name).toBe(catalogue.products[0]?.name)
    expect(to.received).toContain('import_files/ab/1.jpg')
    expect(to.calls.slice(-2)).toEqual(
      how.flavour === 'bitrix' ? ['catalog/deactivate', 'catalog/complete'] : ['catalog/import', 'catalog/import'],
    )
    expect(to.faults).toEqual([])
  })

  it('sends a whole 3.1 folder as one archive', async () => {
    const to = await portal()
    const sent = await oneC(to.url, { flavour: 'bitrix', version: '3.1' }).sendCatalogue({
      folder: path.join(ownExports, 'split-3.1'),
    })
    expect(sent.imported[0]).toBe('import.xml')
    expect(sent.imported).toHaveLength(6)
    expect([
      ofKind(to.records, 'product').length,
      ofKind(to.records, 'stock').length,
      ofKind(to.records, 'order').length,
    ]).toEqual([3, 6, 2])
  })

  it('never calls import when UT is set so; the portal starts by itself', async () => {
    const to = await portal()
    await oneC(to.url, { callImport: false }).sendCatalogue({ files })
    expect(to.records).toEqual([])
    expect(await to.runIdle()).toBe(2)
    expect(ofKind(to.records, 'product')).toHaveLength(30)
    expect(await to.runIdle()).toBe(0)
  })

  it.each(['ut', 'unf'] as const)('carries orders there, and their states back: %s', async (flavour) => {
    const to = await portal({ orders: [buildOutgoing(), buildOutgoing({ externalId: 'o2', number: 'К-000124' })] })
    const from = oneC(to.url, { flavour })
    expect(await from.fetchOrders()).toHaveLength(2)
    expect(await oneC(to.url, { flavour }).fetchOrders()).toHaveLength(2)
    expect(to.committed).toEqual([])
    await from.confirmOrders()
    expect(await from.fetchOrders()).toEqual([])

    await from.sendOrderStates([
      { number: 'К-000123', status: 'К отгрузке', paid: { number: 'ПП-7', date: '2026-11-25T10:00:00' } },
      { number: 'К-000124', cancelled: true, posted: false },
    ])
    expect(ofKind(to.records, 'order')).toMatchObject([
      {
        number: 'К-000123',
        date: '2026-11-24T11:18:05.000Z',
        statusName: 'К отгрузке',
        posted: true,
        cancelled: false,
        paidNumber: 'ПП-7',
        paidDate: '2026-11-25T07:00:00.000Z',
      },
      { number: 'К-000124', posted: false, cancelled: true },
    ])
  })

  it('gives orders in windows-1251 to a node that wants it', async () => {
    const to = await portal({ node: { encoding: 'windows-1251' }, orders: [buildOutgoing()] })
    expect((await oneC(to.url).fetchOrders())[0]?.record.comment).toBe(buildOutgoing().comment)
  })

  it('fetches what an administrator maps', async () => {
    for (const encoding of ['utf-8', 'windows-1251'] as const) {
      const to = await portal({ node: { encoding } })
      expect(await oneC(to.url).fetchInfo()).toEqual({
        statuses: ['Отправлен'],
        paymentSystems: ['Безналичный расчёт'],
        deliveryServices: ['Самовывоз'],
      })
    }
  })

  it('tells a wrong password, a broken file and a missing one', async () => {
    const to = await portal()
    await expect(oneC(to.url, { password: 'x' }).sendCatalogue({ files })).rejects.toThrow(
      /checkauth.*dialogue\.denied/,
    )
    await expect(oneC(to.url).sendCatalogue({ files: [{ name: 'import.xml', content: '<Коммер' }] })).rejects.toThrow(
      /import import\.xml.*xml\.malformed/,
    )
    expect(to.faults).toEqual([])
  })
})

describe('[EXCH-20] the emulator is strict about what 1C is strict about', () => {
  type Answers = Record<string, string | Buffer | { status: number; body: string }>
  const polite: Answers = {
    checkauth: 'success\nname\nvalue',
    init: 'zip=no\nfile_limit=1000',
    file: 'success',
    import: 'success',
    success: 'success',
  }

  async function server(over: Answers): Promise<string> {
    const answers = { ...polite, ...over }
    const listening = http.createServer((request, response) => {
      request.resume()
      const mode = new URL(request.url ?? '/', 'http://x').searchParams.get('mode') ?? ''
      const answer = answers[mode] ?? ''
      const plain = typeof answer === 'object' && 'status' in answer ? answer : { status: 200, body: answer }
      request.on('end', () => response.writeHead(plain.status).end(plain.body))
    })
    await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve))
    closing.push(() => new Promise((resolve) => (listening.closeAllConnections(), listening.close(() => resolve()))))
    // A listening TCP server has an AddressInfo, never a pipe's string.
    return `http://127.0.0.1:${(listening.address() as AddressInfo).port}/`
  }
  const one = [{ name: 'import.xml', content: '<a/>' }]
  const orders = (body: string): string =>
    `<?xml version="1.0"?><КоммерческаяИнформация ВерсияСхемы="2.08" ДатаФормирования="2026-11-24T00:00:00">${body}</КоммерческаяИнформация>`
  const order = (number: string, currency: string): string =>
    `<Документ><Ид>${number}</Ид><Номер>${number}</Номер><Дата>2026-11-24</Дата><ХозОперация>Заказ товара</ХозОперация><Роль>Продавец</Роль><Валюта>${currency}</Валюта><Курс>1</Курс><Сумма>1</Сумма><Контрагенты><Контрагент><Ид>1</Ид><Наименование>А</Наименование></Контрагент></Контрагенты><Товары><Товар><Ид>1</Ид><Наименование>Т</Наименование><ЦенаЗаЕдиницу>1</ЦенаЗаЕдиницу><Количество>1</Количество><Сумма>1</Сумма><ЗначенияРеквизитов><ЗначениеРеквизита><Наименование>ВидНоменклатуры</Наименование><Значение>Товар</Значение></ЗначениеРеквизита></ЗначенияРеквизитов></Товар></Товары></Документ>`

  it('takes what is right', async () => {
    const url = await server({ query: orders(order('1', 'RUB')) })
    expect((await oneC(url).sendCatalogue({ files: one })).imported).toEqual(['import.xml'])
    expect(await oneC(url).fetchOrders()).toHaveLength(1)
  })

  it.each<[string, Answers, RegExp]>([
    ['a CR in the lines of checkauth', { checkauth: 'success\r\nname\r\nvalue' }, /LF alone/],
    ['a third line of init', { init: 'zip=no\nfile_limit=1000\n' }, /exactly two lines/],
    ['init without a limit', { init: 'zip=no\nfile_limit=1Mb' }, /zip= and file_limit=/],
    ['an empty body', { file: '' }, /with nothing/],
    ['a file that is not «success»', { file: 'ok' }, /file import\.xml/],
    ['a status other than 200', { import: { status: 500, body: 'failure' } }, /not with 200/],
    ['a failure', { import: 'failure\nпричина' }, /причина/],
    ['a BOM before the verdict', { import: '\ufeffsuccess' }, /BOM/],
  ])('refuses %s', async (_what, over, message) => {
    await expect(oneC(await server(over)).sendCatalogue({ files: one })).rejects.toThrow(message)
  })

  it.each<[string, string, RegExp]>([
    ['a BOM', `\ufeff${orders('')}`, /begin with <\?xml/],
    ['a space before', ` ${orders('')}`, /begin with <\?xml/],
    ['one order without a currency among good ones', orders(order('1', 'RUB') + order('2', '')), /order 2: Валюта/],
    ['a number of 12 characters', orders(order('123456789012', 'RUB')), /Номер/],
    ['two orders of one number and date', orders(order('1', 'RUB') + order('1', 'RUB')), /two orders/],
    ['another operation', orders(order('1', 'RUB').replace('Заказ товара', 'Отпуск товара')), /ХозОперация/],
  ])('refuses the whole batch for %s, and then confirms nothing', async (_what, query, message) => {
    const client = oneC(await server({ query }))
    await expect(client.fetchOrders()).rejects.toThrow(message)
    expect(client.orders()).toEqual([])
    await expect(client.confirmOrders()).rejects.toThrow(/nothing is confirmed/)
  })

  it('loses patience with an import that never ends', async () => {
    const url = await server({ import: 'progress' })
    // Long enough for one answer of a laden machine, which has the same patience.
    await expect(oneC(url, { patience: 2_000 }).sendCatalogue({ files: one })).rejects.toThrow(/never ends/)
  })
})

describe('the demo catalogue', () => {
  it('is believable and whole: every offer has its product, every price its type', async () => {
    const demo = demoCatalogue({ products: 60 })
    const goods = await readAll(importXml(demo))
    const offers = await readAll(offersXml(demo))
    expect([...ofKind(goods, 'problem'), ...ofKind(offers, 'problem')]).toEqual([])
    const products = new Set(ofKind(goods, 'product').map((one) => one.externalId))
    const groups = new Set(ofKind(goods, 'group').map((one) => one.externalId))
    expect(products.size).toBe(60)
    expect(ofKind(goods, 'product').every((one) => groups.has(one.groupIds[0] ?? '') && one.brand && one.weight)).toBe(
      true,
    )
    expect(ofKind(offers, 'offer').every((one) => products.has(one.productExternalId))).toBe(true)
    expect(ofKind(offers, 'price')).toHaveLength(ofKind(offers, 'offer').length * 2)
    expect(ofKind(offers, 'stock')).toHaveLength(ofKind(offers, 'offer').length * 3)
    expect(ofKind(offers, 'offer').some((one) => one.characteristicExternalId)).toBe(true)
    expect(importXml(demoCatalogue({ products: 60 }))).toBe(importXml(demo))
  })
})
