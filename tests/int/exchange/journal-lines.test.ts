import { sql } from '@payloadcms/db-postgres/drizzle'
import { createLocalReq } from 'payload'
import { describe, expect, it } from 'vitest'
import { listIssues as linesShown, listRuns, runWithDetails } from '@/src/admin/exchange/journal.queries'
import type { Actor } from '@/src/mechanisms/access/actor'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { execute, query } from '@/src/mechanisms/database/query'
import { listRefusals } from '@/src/mechanisms/exchange/refusals'
import { closeIssueAction, replayFileAction, replayRunAction } from '@/src/mechanisms/exchange/run/replay.actions'
import { builders } from '@/tests/builders/builders'
import { demoCatalogue, importXml, offersXml } from '@/tests/emulator/catalogue-xml'
import { countRows, listIssues, runJobNamed, waitForQueue } from '@/tests/support/exchange'
import { exchangeGround } from '@/tests/support/exchangeGround'
import { makeExchangeNode, oneCAt, rawCall, rawDialogue } from '@/tests/support/onec'

const ground = exchangeGround()

const catalogue = demoCatalogue({ products: 3 })
const goods = importXml(catalogue)
/** The demo's own stock below zero would be told again by every file. */
const offers = offersXml(catalogue)
  .replace(/>-(\d)/g, '>$1')
  .replace(/="-(\d)/g, '="$1')
const admin: Actor = {
  id: '00000000-0000-4000-8000-000000000001',
  collection: 'staff',
  role: 'admin',
  name: 'Админ',
  memberships: new Map(),
  team: [],
  branches: [],
}
const OTHERS = ['manager', 'head', 'editor', 'accountant', 'client', 'partner'] as const

const act = async (
  action: typeof replayFileAction | typeof closeIssueAction,
  id: string,
  as: Actor = admin,
): Promise<void> => {
  await runAction(action, { req: await createLocalReq({}, ground.payload), input: { id }, as })
  await waitForQueue(ground.payload)
}
const idOf = async (table: string, where = 'true'): Promise<string> => {
  const [row] = await query<{ id: string }>(
    ground.payload,
    sql.raw(`select id::text from ${table} where ${where} order by created_at limit 1`),
  )
  return String(row?.id)
}
const states = async (): Promise<string[]> =>
  (await listIssues(ground.payload)).map(({ code, status }) => `${code} ${status}`)

describe('another try', () => {
  it('stands beside the first, whose outcome stays', async () => {
    const broken = goods.replace('</Товары>', '</Товары')
    await expect(ground.send({ 'import.xml': broken })).rejects.toThrow()
    const first = await idOf('exchange_runs')
    const before = await query(
      ground.payload,
      sql`select status::text, rows_read, rows_created, message, finished_at from exchange_runs where id::text = ${first}`,
    )
    const filesBefore = await query(ground.payload, sql`select status::text, message, counts from exchange_files`)
    await act(replayRunAction, first)
    await act(replayFileAction, await idOf('exchange_files'))
    expect(
      await query(
        ground.payload,
        sql`select status::text, rows_read, rows_created, message, finished_at from exchange_runs where id::text = ${first}`,
      ),
    ).toEqual(before)
    expect(
      await query(
        ground.payload,
        sql`select status::text, message, counts from exchange_files where run_id::text = ${first}`,
      ),
    ).toEqual(filesBefore)
    expect(
      await query(ground.payload, sql`select status::text from exchange_runs where attempt_of_id::text = ${first}`),
    ).toEqual([{ status: 'failed' }, { status: 'failed' }])
    expect((await runWithDetails(ground.payload, first))?.attempts).toHaveLength(2)
    // The line of the last try is open, the earlier ones are over with it.
    expect(await states()).toEqual(['xml.malformed replayed', 'xml.malformed replayed', 'xml.malformed open'])
    await ground.send({ 'import.xml': goods })
    expect(await states()).toEqual(['xml.malformed replayed', 'xml.malformed replayed', 'xml.malformed resolved'])
    expect((await listRuns(ground.payload, { bad: true })).length).toBe(0)
  })
})

describe('a line of the journal', () => {
  it('closes itself when its record goes through, whatever the file, and not by another node', async () => {
    const [product] = catalogue.products
    if (!product) throw new Error('a product')
    await ground.send({ 'import.xml': goods })
    // What the reader finds wrong with a record, and a stock below zero.
    const spoilt = offers
      .replace(/<ЦенаЗаЕдиницу>[^<]*</, '<ЦенаЗаЕдиницу>дорого<')
      .replace(/(<Склад [^>]*КоличествоНаСкладе=")[^"]*"/, '$1-5"')
    await ground.send({ 'offers.xml': spoilt })
    const told = await states()
    expect(told).toContain('commerceml.badNumber open')
    expect(told.every((one) => one.endsWith(' open'))).toBe(true)
    await makeExchangeNode(ground.payload, { name: 'Розница', login: '1c-2' })
    const other = await rawDialogue(ground.url, 'catalog', '1c-2')
    await other.init()
    await other.file('offers.xml', offers)
    await other.import('offers.xml')
    expect((await states()).filter((one) => one === 'commerceml.badNumber open')).toHaveLength(1)
    await ground.send({ 'offers0_1.xml': offers })
    expect((await states()).filter((one) => one.endsWith(' open'))).toEqual([])
  })

  it('is closed by hand, by administrators alone, and once', async () => {
    await expect(ground.send({ 'import.xml': '<не то' })).rejects.toThrow()
    const line = await idOf('exchange_issues')
    for (const role of OTHERS) {
      const other: Actor = { ...admin, role, collection: role === 'client' || role === 'partner' ? 'users' : 'staff' }
      await expect(act(closeIssueAction, line, other)).rejects.toMatchObject({ code: 'access.denied' })
    }
    await act(closeIssueAction, line)
    expect((await states())[0]).toMatch(/resolved$/)
    await expect(act(closeIssueAction, line)).rejects.toMatchObject({ code: 'exchange.issueOver', status: 409 })
    await expect(act(closeIssueAction, crypto.randomUUID())).rejects.toMatchObject({
      code: 'record.notFound',
      status: 404,
    })
  })

  it('is called by its record, and found by node, kind and day', async () => {
    await ground.send({ 'import.xml': goods, 'offers.xml': offers })
    const [sku] = await query<{ external: string; name: string }>(
      ground.payload,
      sql`select external_id as external, name from skus where external_id is not null order by 1 limit 1`,
    )
    const run = await idOf('exchange_runs')
    const add = (entity: string, external: string | null, row: object | null) =>
      execute(
        ground.payload,
        sql`insert into exchange_issues (run_id, entity, external, code, message, params, "row", status) values (${run}, ${entity}, ${external}, 'exchange.rejected', 'старые слова', '{"state":"22003"}', ${row ? JSON.stringify(row) : null}::jsonb, 'open')`,
      )
    await execute(ground.payload, sql`delete from exchange_issues`)
    await add('prices', `${sku?.external}|тип`, null)
    await add('products', 'никто', { values: { name: 'Из самой строки' } })
    await add('orders', 'ключ', { number: 'К-15' })
    await add('products', 'никто', null)
    const shown = await linesShown(ground.payload)
    expect(shown.map(({ name }) => name).sort()).toEqual([sku?.name, 'Из самой строки', 'К-15', null].sort())
    const today = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Moscow' }).format(new Date())
    const asked = (ask: object) =>
      Promise.all([linesShown(ground.payload, ask), listRuns(ground.payload, ask)]).then((found) =>
        found.map(({ length }) => length),
      )
    expect(await asked({ node: ground.node, kind: 'catalog', day: today })).toEqual([4, 1])
    expect(await asked({ node: crypto.randomUUID() })).toEqual([0, 0])
    expect(await asked({ node: 'не узел' })).toEqual([0, 0])
    expect(await asked({ kind: 'sale' })).toEqual([0, 0])
    expect(await asked({ day: '2020-01-01' })).toEqual([0, 0])
    expect(await asked({ day: 'вчера' })).toEqual([4, 1])
  })
})

describe('orders that 1C takes', () => {
  it('are a run from query to success', async () => {
    const make = builders(ground.payload)
    const companyId = await make.company({ externalId: crypto.randomUUID(), inn: '7707083893' })
    const { sku } = await make.product({ externalId: crypto.randomUUID() })
    await execute(ground.payload, sql`update skus set external_id = ${crypto.randomUUID()} where id::text = ${sku}`)
    const orderId = await make.order({ companyId, number: 'К-001001', total: 240_00, vat: 40_00 })
    await make.orderLine({ orderId, companyId, skuId: sku, qty: 2_000, price: 1_200_000, total: 240_00 })
    const out = (): Promise<object[]> =>
      query(
        ground.payload,
        sql`select kind, status::text, rows_read::int as read, rows_changed::int as taken, counts->'orders' as orders, finished_at is not null as over from exchange_runs order by started_at`,
      )
    const oneC = oneCAt(ground.url)
    const [first] = await oneC.fetchOrders()
    const offered = [{ kind: 'orders-out', status: 'running', read: 1, taken: 0, orders: [first?.number], over: false }]
    expect(await out()).toEqual(offered)
    // Asked again without success it goes on as the same run.
    await oneC.fetchOrders()
    expect(await out()).toEqual(offered)
    await oneC.confirmOrders()
    expect(await out()).toEqual([{ ...offered[0], status: 'done', taken: 1, over: true }])
    await oneC.fetchOrders()
    expect(await out()).toHaveLength(1)
    await runJobNamed(ground.payload, 'exchange.idle')
    await waitForQueue(ground.payload)
    expect(await countRows(ground.payload, 'exchange_settled')).toBe(0)
  })
})

describe('whoever is not let in', () => {
  it('is counted, a row for a node, an address and a reason', async () => {
    const call = (login: string, password: string) =>
      rawCall(
        ground.url,
        { mode: 'checkauth' },
        { headers: { authorization: `Basic ${Buffer.from(`${login}:${password}`).toString('base64')}` } },
      )
    const right = 'a-password-for-tests'
    for (let time = 0; time < 3; time += 1) await call('1c', 'wrong')
    await call('nobody', right)
    await call('other-nobody', right)
    await execute(
      ground.payload,
      sql`insert into exchange_nodes_texts ("order", parent_id, path, text) values (1, ${ground.node}, 'addresses', '10.1.0.0/16')`,
    )
    await call('1c', right)
    await execute(ground.payload, sql`delete from exchange_nodes_texts`)
    await execute(ground.payload, sql`delete from exchange_nodes_entities`)
    await call('1c', right)
    await execute(ground.payload, sql`update exchange_nodes set active = false`)
    await call('1c', right)
    const rows = (await listRefusals(ground.payload))
      .map(({ node, reason, tries }) => ({ node, reason, tries }))
      .sort((a, b) => a.reason.localeCompare(b.reason))
    expect(rows).toEqual([
      { node: 'УТ', reason: 'address', tries: 1 },
      { node: 'УТ', reason: 'areas', tries: 1 },
      { node: 'УТ', reason: 'off', tries: 1 },
      { node: 'УТ', reason: 'secret', tries: 3 },
      { node: null, reason: 'unknown', tries: 2 },
    ])
    expect(JSON.stringify(await query(ground.payload, sql`select * from exchange_refusals`))).not.toMatch(
      /nobody|wrong|password/,
    )
    await execute(ground.payload, sql`update exchange_refusals set last_at = now() - interval '91 days'`)
    await runJobNamed(ground.payload, 'exchange.sweepSpool')
    expect(await countRows(ground.payload, 'exchange_refusals')).toBe(0)
  })
})
