import fc from 'fast-check'
import type { Payload } from 'payload'
import readXlsx from 'read-excel-file/node'
import { beforeAll, describe, expect, it } from 'vitest'
import { documentsList } from '@/collections/documents/documents/document.list'
import { ordersList } from '@/collections/sales/orders/order.list'
import type { Locale } from '@/src/lib/i18n'
import { toSearch } from '@/src/lib/lists/listQuery'
import type { Filters, ListSpec } from '@/src/lib/lists/listSpec'
import type { QueryContext } from '@/src/mechanisms/access/context'
import { askedOf } from '@/src/mechanisms/lists/askedOf'
import type { ListDeclaration } from '@/src/mechanisms/lists/defineList'
import { xlsxOf } from '@/src/mechanisms/lists/xlsxOf'
import { builders, type Builders } from '@/tests/builders/builders'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'

const ZONE = 'Asia/Vladivostok'
const STATES = ['submitted', 'confirmed', 'working', 'shipped', 'closed', 'cancelled']
let payload: Payload
let build: Builders
let mine: QueryContext

beforeAll(async () => {
  payload = await getTestPayload()
  build = builders(payload)
  await emptyDatabase()
  const own = await build.company({ name: '=1+1', managerId: await build.staff() })
  const other = await build.company({ managerId: await build.staff() })
  const warehouse = await build.warehouse()
  for (let at = 0; at < 24; at += 1) {
    await build.order({
      companyId: own,
      number: `=HYPERLINK("http://evil.example";"${at}")`,
      status: STATES[at % STATES.length] ?? 'closed',
      placedAt: new Date(Date.UTC(2026, 9, 20 + (at % 15), 14, 30)),
      plannedDate: at % 3 === 0 ? new Date(Date.UTC(2026, 10, at + 1)) : null,
      total: at * 1_234_567 + 89,
      paid: at % 2 === 0 ? 0 : at * 1_000_01,
      currency: at % 5 === 0 ? 'USD' : 'RUB',
      warehouseId: at % 4 === 0 ? warehouse : null,
      clientReference: at % 6 === 0 ? '+7 (4)' : null,
    })
    await build.document({
      companyId: own,
      number: `${at}`,
      total: at * 100,
      date: new Date(Date.UTC(2026, 10, at + 1)),
    })
  }
  await build.order({ companyId: other, number: 'ЧУЖОЙ', total: 7 })
  await build.document({ companyId: other, number: 'ЧУЖОЙ', total: 7 })
  mine = await build.context('users', await build.user({ companies: [own] }))
})

/** The file of a list at an address, as Excel would open it. */
async function fileOf<Row>(
  list: ListDeclaration<Row>,
  search: string,
  { context = mine, locale = 'ru' }: { context?: QueryContext; locale?: Locale } = {},
): Promise<unknown[][]> {
  const { asked } = askedOf(new URLSearchParams(search), await list.spec(context), ZONE)
  const rows = await list.rows(context, { ...asked, page: 1, perPage: 10_000 })
  const stream = await xlsxOf(rows, { label: list.label, columns: list.columns, reader: { locale, zone: ZONE } })
  const [sheet] = await readXlsx(Buffer.from(await new Response(stream).arrayBuffer()))
  return (sheet?.data ?? []) as unknown[][]
}

/** All rows of the list as its pages show them, one page after another. */
async function pagesOf<Row>(list: ListDeclaration<Row>, search: string): Promise<Row[]> {
  const { asked } = askedOf(new URLSearchParams(search), await list.spec(mine), ZONE)
  const found: Row[] = []
  for (let page = 1; ; page += 1) {
    const { rows, total } = await list.read(mine, { ...asked, page, perPage: 7 })
    found.push(...rows)
    if (found.length >= total) return found
  }
}

/** What somebody may ask a list for. */
const askedFor = (spec: ListSpec): fc.Arbitrary<string> => {
  const filters = fc.record(
    Object.fromEntries(
      spec.filters
        .filter((filter) => filter.kind !== 'select' || filter.options.length > 0)
        .map((filter) => [
          filter.key,
          filter.kind === 'select'
            ? fc
                .subarray(
                  filter.options.map(({ value }) => value),
                  { minLength: 1 },
                )
                .map((values) => ({ kind: 'select' as const, values }))
            : filter.kind === 'dates'
              ? fc.integer({ min: 1, max: 28 }).map((day) => ({
                  kind: 'dates' as const,
                  from: `2026-10-${String(day).padStart(2, '0')}`,
                }))
              : filter.kind === 'sum'
                ? fc.integer({ min: 0, max: 20_000_000 }).map((to) => ({ kind: 'sum' as const, to }))
                : filter.kind === 'flag'
                  ? fc.constant({ kind: 'flag' as const })
                  : fc.constant({ kind: 'text' as const, text: '1' }),
        ]),
    ),
    { requiredKeys: [] },
  )
  return fc
    .tuple(
      filters,
      fc.constantFrom(...spec.sorts),
      fc.constantFrom('asc' as const, 'desc' as const),
      fc.constantFrom(...(spec.views ?? []).map(({ key }) => key)),
    )
    .map(([chosen, key, dir, view]) =>
      // Filters of a record are those of its keys.
      toSearch({ view, search: '', filters: chosen as Filters, sort: { key, dir }, page: 1, perPage: 25 }, spec),
    )
}

/** That the file says the numbers, in the column at `numberAt`, which the pages show. */
async function holdsItsPages<Row extends { number: string }>(
  list: ListDeclaration<Row>,
  numberAt: number,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(askedFor(await list.spec(mine)), async (search) => {
      const [, ...rows] = await fileOf(list, search)
      expect(rows.map((row) => String(row[numberAt]))).toEqual(
        (await pagesOf(list, search)).map(({ number }) => number),
      )
    }),
    { numRuns: 25 },
  )
}

describe('[NAV-02] a list as XLSX', () => {
  it('holds the rows that the list shows, in their order, whatever it is asked for', async () => {
    await holdsItsPages(ordersList, 0)
    await holdsItsPages(documentsList, 1)
  }, 60_000)

  it('gives dates as dates, sums as numbers with their currency, and no text as a formula', async () => {
    const [head = [], first = []] = await fileOf(ordersList, '?sort=-total')
    const of = (name: string) => first[head.indexOf(name)]
    expect(of('Номер')).toBe('=HYPERLINK("http://evil.example";"23")')
    expect(of('Компания')).toBe('=1+1')
    expect(of('Сумма')).toBe((23 * 1_234_567 + 89) / 100)
    expect(head[head.indexOf('Сумма') + 1]).toBe('Валюта')
    expect(first[head.indexOf('Сумма') + 1]).toBe('RUB')
    // 14:30 of Greenwich is the next day in Vladivostok.
    expect(of('Оформлен')).toEqual(new Date('2026-10-29T00:00:00Z'))
    const [, ...dated] = await fileOf(documentsList, '?sort=date')
    expect(dated[0]?.find((cell) => cell instanceof Date)).toEqual(new Date('2026-11-01T00:00:00Z'))
  })

  it('words itself in the language of whoever asks', async () => {
    const [head] = await fileOf(ordersList, '', { locale: 'en' })
    expect(head).toEqual(expect.arrayContaining(['Number', 'State', 'Sum', 'Currency']))
  })

  it('holds nothing of another company, and nothing without the right', async () => {
    expect(JSON.stringify(await fileOf(ordersList, ''))).not.toContain('ЧУЖОЙ')
    expect(JSON.stringify(await fileOf(documentsList, '?number=ЧУЖОЙ'))).not.toContain('ЧУЖОЙ')
    const company = await build.company({ managerId: await build.staff() })
    await build.order({ companyId: company, number: 'СВОЙ' })
    const who = await build.user({ companies: [company], capabilities: ['documents.read'] })
    expect(await fileOf(ordersList, '', { context: await build.context('users', who) })).toHaveLength(1)
  })
})
