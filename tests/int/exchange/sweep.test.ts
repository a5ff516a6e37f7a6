import { sql } from '@payloadcms/db-postgres/drizzle'
import { createLocalReq } from 'payload'
import { beforeEach, describe, expect, it } from 'vitest'
import { setCartLine } from '@/collections/sales/carts/cart.actions'
import { cartOf } from '@/collections/sales/carts/cart.queries'
import type { Actor } from '@/src/mechanisms/access/actor'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { execute, query } from '@/src/mechanisms/database/query'
import { answerAbsentAction } from '@/src/mechanisms/exchange/run/absent.actions'
import { builders } from '@/tests/builders/builders'
import { demoCatalogue, importXml, offersXml, type DemoCatalogue } from '@/tests/emulator/catalogue-xml'
import { countRows, fallSilent, listIssues } from '@/tests/support/exchange'
import { exchangeGround } from '@/tests/support/exchangeGround'
import { oneCAt } from '@/tests/support/onec'

const ground = exchangeGround()
let clock: number

const GOODS = 40
const whole = demoCatalogue({ products: GOODS })
const without = (...places: number[]): DemoCatalogue => ({
  ...whole,
  products: whole.products.filter((_one, place) => !places.includes(place)),
})
const at = (place: number): string => String(whole.products[place]?.id)

/** Every export is a minute younger than the last. */
function files(catalogue: DemoCatalogue, options: { onlyChanges?: boolean } = {}): { name: string; content: string }[] {
  clock += 1
  const generatedAt = `2026-11-24T12:${String(clock).padStart(2, '0')}:00`
  return [
    { name: 'import.xml', content: importXml(catalogue, { ...options, generatedAt }) },
    { name: 'offers.xml', content: offersXml(catalogue, { ...options, generatedAt }) },
  ]
}
const send = async (
  catalogue: DemoCatalogue,
  options: { onlyChanges?: boolean; flavour?: 'ut' | 'bitrix' } = {},
): Promise<void> => {
  await oneCAt(ground.url, { flavour: options.flavour ?? 'ut', zip: false }).sendCatalogue({
    files: files(catalogue, options),
  })
  await fallSilent(ground.payload)
}
const hidden = async (table: string): Promise<number> => countRows(ground.payload, table, 'active is false')
const shown = async (table: string): Promise<string[]> =>
  (
    await query<{ id: string }>(
      ground.payload,
      sql.raw(`select external_id as id from ${table} where active order by 1`),
    )
  ).map(({ id }) => id)
const lastOutcome = async (): Promise<string | undefined> => {
  const [row] = await query<{ outcome: string }>(
    ground.payload,
    sql`select outcome from exchange_settled order by settled_at desc limit 1`,
  )
  return row?.outcome
}
const admin: Actor = {
  id: '00000000-0000-4000-8000-000000000001',
  collection: 'staff',
  role: 'admin',
  name: 'Админ',
  memberships: new Map(),
  team: [],
  branches: [],
}
const answer = async (id: string | undefined, hide: boolean, as: Actor = admin): Promise<{ hidden: number }> =>
  runAction(answerAbsentAction, { req: await createLocalReq({}, ground.payload), input: { id: String(id), hide }, as })

describe('[EXCH-16] what a full export names no longer', () => {
  beforeEach(async () => {
    clock = 0
    await send(whole)
  })

  it.each(['ut', 'bitrix'] as const)(
    'is hidden after the run of a client like %s: goods, their offers and prices; nothing is deleted',
    async (flavour) => {
      const before = {
        products: await countRows(ground.payload, 'products'),
        skus: await countRows(ground.payload, 'skus'),
        prices: await countRows(ground.payload, 'prices'),
      }
      const offers = (whole.products[3]?.offers.length ?? 0) + (whole.products[7]?.offers.length ?? 0)
      await send(without(3, 7), { flavour })
      expect(await hidden('products')).toBe(2)
      expect(await shown('products')).toEqual(
        whole.products
          .map(({ id }) => id)
          .filter((id) => id !== at(3) && id !== at(7))
          .sort(),
      )
      expect(await hidden('skus')).toBe(offers)
      expect(await hidden('prices')).toBe(offers * 2)
      expect({
        products: await countRows(ground.payload, 'products'),
        skus: await countRows(ground.payload, 'skus'),
        prices: await countRows(ground.payload, 'prices'),
      }).toEqual(before)
      const [run] = await query<{ message: string; status: string }>(
        ground.payload,
        sql`select message, status::text from exchange_runs order by started_at desc limit 1`,
      )
      expect(run?.message).toBe(
        `В полной выгрузке больше нет и скрыто: товары — 2 из 40, предложения — ${offers} из ${before.skus}, цены — ${offers * 2} из ${before.prices}`,
      )
      expect(await countRows(ground.payload, 'product_facts', 'active')).toBe(38)
    },
  )

  it('is shown again when it is sent again, whole or as a change', async () => {
    await send(without(3))
    expect(await hidden('products')).toBe(1)
    await send({ ...whole, products: whole.products.filter((_one, place) => place === 3) }, { onlyChanges: true })
    expect([await hidden('products'), await hidden('skus'), await hidden('prices')]).toEqual([0, 0, 0])
    expect(await countRows(ground.payload, 'product_facts', 'active')).toBe(40)
    await send(without(5))
    expect(await hidden('products')).toBe(1)
    await send(whole)
    expect(await hidden('products')).toBe(0)
  })

  it('a run of changes hides nothing, whatever it names', async () => {
    for (const places of [[0], [1, 2, 3], whole.products.map((_one, place) => place).slice(1)]) {
      await send(without(...places), { onlyChanges: true })
      expect(await lastOutcome()).toBe('changes')
      expect([await hidden('products'), await hidden('skus'), await hidden('prices'), await hidden('groups')]).toEqual([
        0, 0, 0, 0,
      ])
    }
  })

  it('a file that does not say whether it is whole hides nothing', async () => {
    const [goods] = files(without(3))
    const silent = String(goods?.content).replace(' СодержитТолькоИзменения="false"', '')
    await oneCAt(ground.url).sendCatalogue({ files: [{ name: 'import.xml', content: silent }] })
    await fallSilent(ground.payload)
    expect(await lastOutcome()).toBe('changes')
    expect(await hidden('products')).toBe(0)
  })

  it('later portions of a full export say that they hold changes, and belong to it', async () => {
    const half = whole.products.length / 2
    const [first] = files({ ...whole, products: whole.products.slice(0, half) })
    const [second] = files({ ...whole, products: whole.products.slice(half, -1) }, { onlyChanges: true })
    await oneCAt(ground.url).sendCatalogue({
      files: [
        { name: 'import0_1.xml', content: String(first?.content) },
        { name: 'import0_2.xml', content: String(second?.content) },
      ],
    })
    await fallSilent(ground.payload)
    expect(await hidden('products')).toBe(1)
    expect(await shown('products')).not.toContain(at(GOODS - 1))
    // Its offers came in no file of this run, so nothing is said about offers.
    expect(await hidden('skus')).toBe(0)
  })

  it('a run with a file that failed hides nothing', async () => {
    const [goods, offers] = files(without(3))
    await expect(
      oneCAt(ground.url).sendCatalogue({
        files: [
          { name: 'import.xml', content: String(goods?.content) },
          { name: 'offers.xml', content: String(offers?.content).slice(0, -300) },
        ],
      }),
    ).rejects.toThrow()
    await fallSilent(ground.payload)
    expect(await lastOutcome()).toBe('incomplete')
    expect(await hidden('products')).toBe(0)
  })

  it('what another node sent, or nobody, is left alone', async () => {
    await execute(ground.payload, sql`update products set sync_node = 'Розница' where external_id = ${at(3)}`)
    await execute(ground.payload, sql`update products set sync_node = null where external_id = ${at(4)}`)
    await send(without(3, 4, 5))
    expect(await shown('products')).toHaveLength(39)
  })

  it('a node that sends two catalogues in turn does not hide one by the other', async () => {
    const other = {
      ...demoCatalogue({ products: 2, seed: 'другой' }),
      groups: whole.groups,
      priceTypes: whole.priceTypes,
      warehouses: whole.warehouses,
    }
    await send({ ...whole, products: whole.products.slice(0, -1) })
    expect(await hidden('products')).toBe(1)
    await send(other)
    expect(await lastOutcome()).toBe('otherCatalogue')
    expect(await hidden('products')).toBe(1)
  })

  it('more than a tenth is not hidden: the journal asks, and an administrator confirms', async () => {
    const gone = [0, 1, 2, 3, 4]
    await send(without(...gone))
    expect(await lastOutcome()).toBe('held')
    expect(await hidden('products')).toBe(0)
    const [asked] = await query<{ id: string; message: string; status: string }>(
      ground.payload,
      sql`select id::text, message, status::text from exchange_issues where code = 'exchange.absentHeld'`,
    )
    expect(asked?.status).toBe('open')
    expect(asked?.message).toMatch(
      /^В полной выгрузке нет того, что 1С присылала раньше: товары — 5 из 40, предложения — \d+ из \d+, цены — \d+ из \d+\. /,
    )

    for (const role of ['manager', 'head', 'editor', 'accountant'] as const) {
      await expect(answer(asked?.id, true, { ...admin, role })).rejects.toMatchObject({
        code: 'access.denied',
        status: 403,
      })
    }
    expect(await hidden('products')).toBe(0)
    expect((await answer(asked?.id, true)).hidden).toBeGreaterThan(5)
    expect(await shown('products')).toEqual(
      whole.products
        .slice(5)
        .map(({ id }) => id)
        .sort(),
    )
    expect(
      await listIssues(ground.payload).then((all) => all.filter(({ code }) => code === 'exchange.absentHeld')),
    ).toMatchObject([{ status: 'resolved' }])
    await expect(answer(asked?.id, true)).rejects.toMatchObject({ code: 'exchange.absentOver' })
  })

  it('what was sent again before the answer is not hidden by it', async () => {
    await send(without(0, 1, 2, 3, 4))
    await send({ ...whole, products: whole.products.slice(0, 2) }, { onlyChanges: true })
    const [asked] = await query<{ id: string }>(
      ground.payload,
      sql`select id::text from exchange_issues where code = 'exchange.absentHeld' and status = 'open'`,
    )
    await answer(asked?.id, true)
    expect(await shown('products')).toEqual(
      whole.products
        .filter((_one, place) => ![2, 3, 4].includes(place))
        .map(({ id }) => id)
        .sort(),
    )
  })

  it('a later full export asks anew, and leaving it hides nothing', async () => {
    await send(without(0, 1, 2, 3, 4))
    await send(without(0, 1, 2, 3, 4, 5))
    const asked = await query<{ id: string; status: string; message: string }>(
      ground.payload,
      sql`select id::text, status::text, message from exchange_issues where code = 'exchange.absentHeld' order by created_at`,
    )
    expect(asked.map(({ status }) => status)).toEqual(['resolved', 'open'])
    expect(asked[1]?.message).toContain('товары — 6 из 40')
    await answer(asked[1]?.id, false)
    expect(await hidden('products')).toBe(0)
    expect(await countRows(ground.payload, 'exchange_absent')).toBe(0)
  })

  it('carts and orders keep their lines of what is hidden', async () => {
    const make = builders(ground.payload)
    const company = await make.company({})
    const [sku] = await query<{ id: string }>(
      ground.payload,
      sql`select k.id::text from skus k join products p on p.id = k.product_id where p.external_id = ${at(3)} limit 1`,
    )
    const order = await make.order({ companyId: company, number: 'К-1' })
    await make.orderLine({ orderId: order, companyId: company, skuId: String(sku?.id), qty: 1_000, price: 1, total: 1 })
    const context = await make.context('users', await make.user({ companies: [company] }), company)
    await runAction(setCartLine, {
      req: context.req,
      input: { company, sku: String(sku?.id), qty: 1_000 },
      as: context.actor,
    })
    await send(without(3))
    expect((await cartOf(context))?.lines).toMatchObject([{ sku: sku?.id, problem: 'gone', total: 0 }])
    expect(await countRows(ground.payload, 'order_lines l join skus k on k.id = l.sku_id', 'k.active is false')).toBe(1)
  })
})
