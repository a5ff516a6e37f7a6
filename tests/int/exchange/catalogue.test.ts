import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { execute, query } from '@/src/mechanisms/database/query'
import { hashSecret } from '@/src/mechanisms/exchange/nodeSecrets'
import { createOneC, type OneC, type OneCOptions } from '@/tests/emulator/onec'
import { demoCatalogue, importXml, offersXml } from '@/tests/emulator/catalogue-xml'
import { startRest, type TestServer } from '@/tests/support/http'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'
import { pumpJobs } from '@/tests/support/pump'

let payload: Payload
let server: TestServer
let stopPump: () => Promise<void>
let secret: string

const PASSWORD = 'a-password-for-tests'

async function makeNode(areas = ['catalogue', 'orders']): Promise<void> {
  const [node] = await query<{ id: string }>(
    payload,
    sql`insert into exchange_nodes (name, login, secret_hash, active, zip, timezone, created_at, updated_at)
        values ('УТ', '1c', ${secret}, true, true, 'Europe/Moscow', now(), now()) returning id::text`,
  )
  for (const [place, area] of areas.entries()) {
    await execute(
      payload,
      sql`insert into exchange_nodes_entities (id, "order", parent_id, value) values (${crypto.randomUUID()}, ${place + 1}, ${node?.id}, ${area}::enum_exchange_nodes_entities)`,
    )
  }
}

const oneC = (options: Partial<OneCOptions> = {}): OneC =>
  createOneC({ url: `${server.url}/api/1c/commerceml`, login: '1c', password: PASSWORD, pause: 20, ...options })

const count = async (table: string, where = 'true'): Promise<number> => {
  const [row] = await query<{ count: number }>(
    payload,
    sql.raw(`select count(*)::int as count from ${table} where ${where}`),
  )
  return row?.count ?? 0
}

const runs = () =>
  query<{ status: string; read: number; created: number; changed: number; same: number; failed: number }>(
    payload,
    sql`select status::text, rows_read::int as read, rows_created::int as created, rows_changed::int as changed, rows_same::int as same, rows_failed::int as failed
        from exchange_runs order by started_at`,
  )

describe('CommerceML over HTTP', () => {
  beforeAll(async () => {
    payload = await getTestPayload()
    server = await startRest()
    secret = await hashSecret(PASSWORD)
  })
  afterAll(() => server.close())
  beforeEach(async () => {
    await emptyDatabase()
    await makeNode()
    stopPump = pumpJobs(payload)
    return () => stopPump()
  })

  it.each([
    ['ut', true],
    ['ut', false],
    ['unf', true],
    ['bitrix', false],
  ] as const)('[EXCH-16] [ERP-01] takes a whole catalogue from a client like %s (zip %s)', async (flavour, zip) => {
    const catalogue = demoCatalogue({ products: 40 })
    for (const {
      offers: [offer],
    } of catalogue.products.slice(0, 2))
      if (offer) offer.stock[catalogue.warehouses[0]?.id ?? ''] = '-3'
    await oneC({ flavour, zip }).sendCatalogue({
      files: [
        { name: 'import.xml', content: importXml(catalogue) },
        { name: 'offers.xml', content: offersXml(catalogue) },
      ],
    })
    expect(await count('products')).toBe(40)
    expect(await count('skus')).toBeGreaterThanOrEqual(40)
    expect(await count('price_types')).toBe(2)
    expect(await count('warehouses')).toBe(2)
    expect(await count('groups', 'path is not null')).toBe(await count('groups'))
    expect(await count('product_search')).toBe(40)
    // Stock below zero is taken as it is, with a line in the journal.
    expect(await query(payload, sql`select distinct code from exchange_issues`)).toEqual([{ code: 'stock.negative' }])
    expect([await count('stocks', 'qty < 0'), await count('exchange_issues')]).toEqual([2, 2])
    expect((await runs()).map(({ status }) => status)).toEqual(['partial'])
  })

  it('[SHOP-33] [SHOP-34] prices of each type and stock of each warehouse arrive as they were sent', async () => {
    const catalogue = demoCatalogue({ products: 3 })
    await oneC().sendCatalogue({
      files: [
        { name: 'import.xml', content: importXml(catalogue) },
        { name: 'offers.xml', content: offersXml(catalogue) },
      ],
    })
    const offers = offersXml(catalogue).toString()
    const prices = [...offers.matchAll(/<ЦенаЗаЕдиницу>([^<]+)/g)]
      .map(([, text]) => Math.round(Number(text?.replace(',', '.')) * 10_000))
      .sort((a, b) => a - b)
    const kept = await query<{ price: number }>(payload, sql`select price::float8 as price from prices order by price`)
    expect(kept.map(({ price }) => price)).toEqual(prices)
    expect(await count('stocks', 'warehouse_id is not null')).toBeGreaterThan(0)
  })

  it('the same files again change nothing', async () => {
    const catalogue = demoCatalogue({ products: 25 })
    const files = [
      { name: 'import.xml', content: importXml(catalogue) },
      { name: 'offers.xml', content: offersXml(catalogue) },
    ]
    await oneC().sendCatalogue({ files })
    const before = await query(payload, sql`select external_id, updated_at, sync_hash from products order by 1`)
    await oneC().sendCatalogue({ files })
    const [, second] = await runs()
    expect(second).toMatchObject({ created: 0, changed: 0 })
    expect(second?.same).toBe(second?.read)
    expect(await query(payload, sql`select external_id, updated_at, sync_hash from products order by 1`)).toEqual(
      before,
    )
  })

  it('offers that came before their goods wait and go in by themselves', async () => {
    const catalogue = demoCatalogue({ products: 5 })
    await oneC().sendCatalogue({ files: [{ name: 'offers.xml', content: offersXml(catalogue) }] })
    expect(await count('skus')).toBe(0)
    expect(await count('exchange_issues', "status = 'parked'")).toBeGreaterThan(0)
    await oneC().sendCatalogue({ files: [{ name: 'import.xml', content: importXml(catalogue) }] })
    await oneC().sendCatalogue({ files: [{ name: 'import.xml', content: importXml(catalogue) }] })
    expect(await count('skus')).toBeGreaterThanOrEqual(5)
    expect(await count('prices')).toBeGreaterThan(0)
    expect(await count('exchange_issues', "status = 'parked'")).toBe(0)
  })

  it('refuses a broken file with a reason in the journal, and the rest goes on', async () => {
    const catalogue = demoCatalogue({ products: 4 })
    const broken = `${importXml(catalogue).toString().slice(0, -200)}<oops`
    await expect(oneC().sendCatalogue({ files: [{ name: 'import.xml', content: broken }] })).rejects.toThrow()
    const [issue] = await query<{ message: string; code: string }>(
      payload,
      sql`select message, code from exchange_issues where entity = 'file'`,
    )
    expect(issue?.code).toBe('xml.malformed')
    expect(issue?.message).toMatch(/строка \d+/)
    await oneC().sendCatalogue({ files: [{ name: 'import.xml', content: importXml(catalogue) }] })
    expect(await count('products')).toBe(4)
  })

  it('refuses a DOCTYPE', async () => {
    const evil = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><КоммерческаяИнформация>&x;</КоммерческаяИнформация>`
    await expect(oneC().sendCatalogue({ files: [{ name: 'import.xml', content: evil }] })).rejects.toThrow(/DOCTYPE/)
  })

  it('a wrong password opens nothing', async () => {
    await expect(oneC({ password: 'wrong' }).fetchOrders()).rejects.toThrow()
  })
})
