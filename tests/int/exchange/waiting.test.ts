import { sql } from '@payloadcms/db-postgres/drizzle'
import { createLocalReq } from 'payload'
import { describe, expect, it } from 'vitest'
import { orderXml } from '@/src/mechanisms/exchange/commerceml/order-xml'
import { resourceNamed } from '@/src/mechanisms/exchange/items/defineResource'
import { takeItems } from '@/src/mechanisms/exchange/items/takeItems'
import { query } from '@/src/mechanisms/database/query'
import { demoCatalogue, importXml, offersXml } from '@/tests/emulator/catalogue-xml'
import { countRows, fallSilent, listIssues, runJobNamed, waitForQueue } from '@/tests/support/exchange'
import { exchangeGround } from '@/tests/support/exchangeGround'
import { makeExchangeNode, oneCAt } from '@/tests/support/onec'
import { buildOutgoing } from '@/tests/unit/exchange/outgoing-builder'

const ground = exchangeGround()
const catalogue = demoCatalogue({ products: 3 })
const parked = (): Promise<number> => countRows(ground.payload, 'exchange_issues', "status = 'parked'")

const sendAs = async (login: string, files: Record<string, string>): Promise<void> => {
  await oneCAt(ground.url, { zip: false, login }).sendCatalogue({
    files: Object.entries(files).map(([name, content]) => ({ name, content })),
  })
  await fallSilent(ground.payload)
}

/** Prices of goods that never come, as an export filter leaves them behind. */
async function orphans(count: number, daysAgo: number): Promise<void> {
  await query(
    ground.payload,
    sql`with run as (
          insert into exchange_runs (node_id, transport, kind, status, started_at, created_at, updated_at) values (${ground.node}, 'commerceml', 'catalog', 'partial', now(), now(), now()) returning id
        ), noted as (
          insert into exchange_issues (run_id, entity, external, code, message, "row", status, created_at, updated_at)
          select run.id, 'prices', 'none-' || n, 'exchange.waits', 'waits', jsonb_build_object('externalId', 'none-' || n, 'values', jsonb_build_object('sku', 'none-' || n, 'price_type', 'none', 'price', 1)),
                 'parked', now() - make_interval(days => ${daysAgo}), now() from run cross join generate_series(1, ${count}) n returning id, external
        ) insert into exchange_waiting (issue_id, kind, key) select id, 'skus', external from noted`,
  )
}

describe('rows that wait', () => {
  it('are asked for by what has come, however many older ones never get theirs', async () => {
    await orphans(21_000, 3)
    await ground.send({ 'offers.xml': offersXml(catalogue) })
    expect(await parked()).toBeGreaterThan(21_000)
    await ground.send({ 'import.xml': importXml(catalogue) })
    expect(await parked()).toBe(21_000)
    expect(await countRows(ground.payload, 'prices', 'active')).toBeGreaterThan(0)
    expect(await countRows(ground.payload, 'exchange_waiting', "key not like 'none-%'")).toBe(0)
  })

  it('keep their node, run and moment', async () => {
    await makeExchangeNode(ground.payload, { name: 'База Б', login: 'b' })
    const login = '1c'
    await sendAs('b', { 'offers.xml': offersXml(catalogue, { generatedAt: '2026-11-24T10:00:00', onlyChanges: true }) })
    const [sent] = await query<{ run: string }>(
      ground.payload,
      sql`select distinct run_id::text as run from exchange_issues where status = 'parked'`,
    )
    await query(ground.payload, sql`update exchange_nodes set login = ${login} where id = ${ground.node}`)
    await sendAs(login, { 'import.xml': importXml(catalogue, { generatedAt: '2026-11-24T11:00:00' }) })
    const passports = await query(
      ground.payload,
      sql`select distinct sync_node as node, sync_run as run, sync_time = '2026-11-24T07:00:00Z'::timestamptz as meant from prices`,
    )
    expect(passports).toEqual([{ node: 'База Б', run: sent?.run, meant: true }])
    expect(await query(ground.payload, sql`select distinct sync_node as node from products`)).toEqual([{ node: 'УТ' }])
  })

  it('do not come over what was sent later', async () => {
    await ground.send({
      'import.xml': importXml(catalogue),
      'offers.xml': offersXml(catalogue, { generatedAt: '2026-11-24T12:00:00' }),
    })
    await query(
      ground.payload,
      sql`with noted as (
            insert into exchange_issues (run_id, file_id, entity, external, code, message, "row", status, created_at, updated_at)
            select f.run_id, f.id, 'prices', p.external_id, 'exchange.waits', 'waits',
                   jsonb_build_object('externalId', p.external_id, 'time', '2026-11-24T07:00:00.000Z', 'values', jsonb_build_object('sku', k.external_id, 'price_type', t.external_id, 'price', 99, 'currency', 'RUB', 'active', true)),
                   'parked', now(), now()
            from prices p join skus k on k.id = p.sku_id join price_types t on t.id = p.price_type_id cross join (select id, run_id from exchange_files limit 1) f returning id, "row"
          ) insert into exchange_waiting (issue_id, kind, key) select id, 'skus', "row"->'values'->>'sku' from noted`,
    )
    expect(await parked()).toBeGreaterThan(0)
    await ground.send({ 'import.xml': importXml(catalogue, { generatedAt: '2026-11-24T13:00:00' }) })
    expect(
      await query(
        ground.payload,
        sql`select count(*) filter (where price = 99)::int as older, bool_and(sync_time = '2026-11-24T09:00:00Z'::timestamptz) as kept from prices`,
      ),
    ).toEqual([{ older: 0, kept: true }])
    expect(await parked()).toBe(0)
  })

  it('[EXCH-23] of a file go in when the record that they want comes by REST', async () => {
    const order = buildOutgoing({ externalId: crypto.randomUUID(), number: '000000123' })
    const xml = orderXml([{ ...order, customer: { ...order.customer, inn: '7736050003' } }], {
      schemaVersion: '2.10',
      encoding: 'utf-8',
      zone: 'Europe/Moscow',
      generatedAt: new Date(),
    }).toString()
    await ground.send({ 'orders-1_1.xml': xml })
    expect(await listIssues(ground.payload)).toMatchObject([{ code: 'order.unknownClient', status: 'parked' }])
    const companies = resourceNamed('companies')
    if (!companies) throw new Error('no companies')
    const req = await createLocalReq({}, ground.payload)
    const node = { id: ground.node, name: 'УТ', timezone: 'Europe/Moscow', source: '' }
    await takeItems(req, companies, {
      node,
      items: [{ externalId: 'co-1', name: 'Первый', inn: '7736050003' }],
      locale: 'ru',
      transport: 'rest',
    })
    await waitForQueue(ground.payload)
    expect(await countRows(ground.payload, 'orders')).toBe(1)
    expect(await listIssues(ground.payload)).toMatchObject([{ status: 'resolved' }])
  })

  it('[EXCH-06] of REST go in when a file brings what they want', async () => {
    const companies = resourceNamed('companies')
    if (!companies) throw new Error('no companies')
    const req = await createLocalReq({}, ground.payload)
    const node = { id: ground.node, name: 'УТ', timezone: 'Europe/Moscow', source: '' }
    const [waits] = await takeItems(req, companies, {
      node,
      items: [{ externalId: 'co-1', name: 'Первый', priceType: catalogue.priceTypes[0]?.id }],
      locale: 'ru',
      transport: 'rest',
    })
    expect(waits).toMatchObject({ result: 'parked', field: 'priceType' })
    await ground.send({ 'import.xml': importXml(catalogue), 'offers.xml': offersXml(catalogue) })
    await waitForQueue(ground.payload)
    expect(await countRows(ground.payload, 'companies', 'price_type_id is not null')).toBe(1)
  })

  it('are given up after the days of the settings, with a line in the journal', async () => {
    await orphans(30, 91)
    await orphans(5, 10)
    await runJobNamed(ground.payload, 'exchange.expireParked')
    const told = (await listIssues(ground.payload)).filter(({ code }) => code === 'exchange.waitedTooLong')
    expect(told).toMatchObject([
      { entity: 'prices', status: 'open', message: expect.stringContaining('за 90 дней: 30.') },
    ])
    expect([
      await parked(),
      await countRows(ground.payload, 'exchange_issues', "status = 'expired'"),
      await countRows(ground.payload, 'exchange_waiting'),
    ]).toEqual([5, 30, 5])
  })
})
