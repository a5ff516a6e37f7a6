import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { createLocalReq, type Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import logins from '@/src/demo/logins.json'
import { demoLogins } from '@/src/demo/logins'
import { seedDemo } from '@/src/demo/seed'
import { isAccount, isCorrAccount, isInn, isKpp, isOgrn, isOgrnip } from '@/src/lib/checks'
import { lineTotal } from '@/src/lib/money'
import { settings } from '@/src/lib/settings'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { query } from '@/src/mechanisms/database/query'
import { isSecret } from '@/src/mechanisms/exchange/nodeSecrets'
import { replayFileAction } from '@/src/mechanisms/exchange/run/replay.actions'
import { drainJobs } from '@/tests/support/jobs'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'

let payload: Payload

const rows = <Row>(statement: ReturnType<typeof sql>): Promise<Row[]> => query<Row>(payload, statement)

/** How many rows each table holds. */
async function sizes(): Promise<Record<string, number>> {
  const tables = await rows<{ name: string }>(
    sql`select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  )
  const counted: Record<string, number> = {}
  for (const { name } of tables) {
    const [row] = await rows<{ n: number }>(sql`select count(*)::int as n from ${sql.raw(`"${name}"`)}`)
    counted[name] = row?.n ?? 0
  }
  return counted
}

describe('demo', () => {
  beforeAll(async () => {
    payload = await getTestPayload()
    await emptyDatabase()
    const began = Date.now()
    await seedDemo(payload)
    process.stdout.write(`the demo was made in ${Date.now() - began} ms\n`)
  }, 180_000)

  it('has the companies, goods and orders it speaks of', async () => {
    const held = await sizes()
    expect(held).toMatchObject({
      companies: 8,
      warehouses: 3,
      price_types: 3,
      exchange_nodes: 1,
      sites: 1,
      orders: 105,
    })
    expect(held.products).toBeGreaterThan(150)
    expect(held.product_facts).toBe(held.products)
    expect(held.products_rels).toBe(held.products)
    expect(held.prices).toBe((held.skus ?? 0) * 3)
    expect(held.exchange_issues).toBe(2)
    const [mine] = await rows<{ n: number; states: number }>(
      sql`select count(*)::int as n, count(distinct o.status)::int as states from orders o join companies c on c.id = o.company_id where c.name = 'ООО «Стройград»'`,
    )
    expect(mine).toEqual({ n: 45, states: 6 })
  })

  it('sums lines into totals, VAT and counts of orders', async () => {
    const lines = await rows<{ price: number; qty: number; total: number }>(
      sql`select price::float8, qty::float8, total::float8 from order_lines`,
    )
    expect(lines.filter(({ price, qty, total }) => lineTotal(price, qty) !== total)).toEqual([])
    const wrong = await rows(
      sql`select o.number from orders o left join lateral (select sum(total) as total, count(*) as n, sum(round(total * 22 / 122)) as vat from order_lines l where l.order_id = o.id) l on true
          where o.total is distinct from l.total or o.line_count <> l.n or o.vat <> l.vat`,
    )
    expect(wrong).toEqual([])
  })

  it('numbers orders by the rule and leaves the next number free', async () => {
    const numbers = (await rows<{ number: string }>(sql`select number from orders order by placed_at`)).map(
      ({ number }) => number,
    )
    expect(numbers).toEqual(numbers.map((_none, n) => `К-${String(1001 + n).padStart(6, '0')}`))
    expect(await rows(sql`select nextval('order_number_seq')::int as next`)).toEqual([{ next: 1001 + numbers.length }])
  })

  it('keeps balance = account = ledger = unpaid invoices of shipped orders; debt = the same, no more', async () => {
    const found = await rows<
      Record<'balance' | 'account' | 'ledger' | 'shipped' | 'debt' | 'overdue' | 'late', number> & { name: string }
    >(
      sql`select c.name, c.balance::float8, a.balance::float8 as account, c.debt::float8, c.overdue::float8,
                 coalesce((select sum(p.amount) from ledger_postings p where p.account = 'account:' || a.id), 0)::float8 as ledger,
                 coalesce(sum(d.total - d.paid) filter (where o.status in ('shipped', 'closed')), 0)::float8 as shipped,
                 coalesce(sum(d.total - d.paid) filter (where o.status in ('shipped', 'closed') and d.due_date < (now() at time zone 'Europe/Moscow')::date::timestamp at time zone 'UTC'), 0)::float8 as late
          from companies c join accounts a on a.company_id = c.id
          left join documents d on d.company_id = c.id and d.kind = 'invoice' left join orders o on o.id = d.order_id
          group by c.id, a.id`,
    )
    expect(found).toHaveLength(8)
    for (const { name, balance, account, ledger, shipped, debt, overdue, late } of found) {
      expect({ name, account, ledger, shipped: 0 - shipped, debt, overdue }).toEqual({
        name,
        account: balance,
        ledger: balance,
        shipped: balance,
        debt: shipped,
        overdue: late,
      })
    }
    expect(found.find(({ name }) => name === 'ООО «Стройград»')).toMatchObject({
      balance: -48_210_00,
      debt: 48_210_00,
      overdue: 48_210_00,
    })
  })

  it('marks as paid in orders what is paid in invoices, and ships what has a transfer document', async () => {
    expect(
      await rows(
        sql`select o.number from orders o join documents d on d.order_id = o.id and d.kind = 'invoice' where d.paid <> o.paid`,
      ),
    ).toEqual([])
    expect(
      await rows(
        sql`select o.number from orders o where (o.status in ('shipped', 'closed')) <> exists (select 1 from documents d where d.order_id = o.id and d.kind = 'upd')`,
      ),
    ).toEqual([])
  })

  it('tells the way of every order in its own order and never from the future', async () => {
    expect(
      await rows(
        sql`select o.number from orders o left join lateral (select e.data->>'to' as state from events e
            where e.entity = 'orders' and e.entity_id = o.id::text and e.type like 'order.%' order by e.created_at desc, (e.data->>'to' = o.status::text) desc limit 1) last on true
          where last.state is distinct from o.status::text`,
      ),
    ).toEqual([])
    expect(await rows(sql`select type from events where created_at > now()`)).toEqual([])
    expect(await rows(sql`select external_id from ledger_transactions where occurred_at > now()`)).toEqual([])
  })

  it('[SHOP-12] leaves goods in two carts, at the prices that their owners pay', async () => {
    const left = await rows<{ name: string; lines: number; dear: number }>(
      sql`select c.name, count(*)::int as lines, count(*) filter (where l.price_seen <> p.price)::int as dear
          from cart_lines l join carts k on k.id = l.cart_id join companies c on c.id = k.company_id
          join prices p on p.sku_id = l.sku_id and p.price_type_id = c.price_type_id group by 1 order by 2`,
    )
    expect(left.map(({ lines, dear }) => ({ lines, dear }))).toEqual([
      { lines: 2, dear: 0 },
      { lines: 4, dear: 0 },
    ])
  })

  it('lets every person in', async () => {
    expect(demoLogins.map(({ email }) => email)).toEqual(logins.map(({ email }) => email))
    for (const { collection, email, password } of logins) {
      const signed = await payload.login({
        collection: collection === 'staff' ? 'staff' : 'users',
        data: { email, password },
      })
      expect(signed.user?.email).toBe(email)
    }
  })

  it('lets 1C in', async () => {
    const [node] = await rows<{ login: string; hash: string }>(
      sql`select login, secret_hash as hash from exchange_nodes`,
    )
    expect(node?.login).toBe('1c')
    expect(await isSecret('demo-1c-exchange', node?.hash)).toBe(true)
    expect(await isSecret('demo-1c-exchangE', node?.hash)).toBe(false)
  })

  it('has requisites with true check digits', async () => {
    const payers = await rows<
      Record<'kind' | 'inn' | 'ogrn' | 'bik' | 'account' | 'corr', string> & { kpp: string | null }
    >(
      sql`select kind::text, inn, kpp, ogrn, bik, account, corr_account as corr from contractors
          union all select 'legal', inn, kpp, ogrn, bik, account, corr_account from company_details`,
    )
    expect(payers).toHaveLength(10)
    for (const payer of payers) {
      expect(isInn(payer.inn) && isAccount(payer.account, payer.bik) && isCorrAccount(payer.corr, payer.bik)).toBe(true)
      expect(
        payer.kind === 'legal'
          ? isOgrn(payer.ogrn) && isKpp(payer.kpp ?? '')
          : isOgrnip(payer.ogrn) && payer.kpp === null,
      ).toBe(true)
    }
  })

  it('has the text of the contract that the client is asked to sign', async () => {
    const toSign = await rows<{ size: number | null; mime: string | null; theirs: boolean }>(
      sql`select f.filesize::float8 as size, f.mime_type as mime, coalesce(f.company_id = c.company_id, false) as theirs
          from contracts c left join document_files f on f.id = c.file_id where c.status = 'signing'`,
    )
    expect(toSign.length).toBeGreaterThan(0)
    for (const { size, mime, theirs } of toSign)
      expect([Number(size) > 5_000, mime, theirs]).toEqual([true, 'application/pdf', true])
  })

  it('prints a dozen invoices, as many closing documents and an act', async () => {
    const files = await rows<{ kind: string; n: number; smallest: number }>(
      sql`select d.kind::text, count(*)::int as n, min(f.filesize)::float8 as smallest from documents d join document_files f on f.id = d.file_id group by 1 order by 1`,
    )
    expect(files).toMatchObject([
      { kind: 'invoice', n: 12 },
      { kind: 'reconciliation', n: 1 },
      { kind: 'upd', n: 12 },
    ])
    expect(Math.min(...files.map(({ smallest }) => smallest))).toBeGreaterThan(5_000)
  })

  it('does nothing the second time', async () => {
    const before = await sizes()
    await seedDemo(payload)
    expect(await sizes()).toEqual(before)
  })

  it('knows no absolute dates', () => {
    const folder = path.join(process.cwd(), 'src/demo')
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
    expect(files.length).toBeGreaterThan(20)
    expect(
      files.filter((name) =>
        /\b20[12]\d-\d\d-\d\d|\b\d\d\.\d\d\.20\d\d|new Date\(20\d\d/.test(
          readFileSync(path.join(folder, name), 'utf8'),
        ),
      ),
    ).toEqual([])
  })

  it('[EXCH-16] holds the files of its exchange; tried again they are read to the end and change nothing that is shown', async () => {
    const files = await rows<{ name: string; path: string; sha256: string; size: number }>(
      sql`select name, path, sha256, size::float8 as size from exchange_files`,
    )
    expect(files.length).toBeGreaterThan(50)
    for (const { path: place, sha256, size } of files) {
      const bytes = await readFile(path.resolve(settings().SPOOL_DIR, place))
      expect([bytes.length, createHash('sha256').update(bytes).digest('hex')]).toEqual([size, sha256])
    }
    const shown = () =>
      rows(sql`select (select md5(string_agg(p.price::text || p.currency, ',' order by p.id)) from prices p where p.active is not false) as prices, (select md5(string_agg(g.name || g.active::text, ',' order by g.id)) from groups g) as groups,
      (select md5(string_agg(o.status::text || o.total::text || o.line_count::text || o.company_id::text, ',' order by o.id)) from orders o) as orders, (select count(*)::int from products_rels) as pictures`)
    const before = await shown()
    const req = await createLocalReq({}, payload)
    for (const name of ['import0_1.xml', 'offers0_1.xml', 'orders.xml']) {
      const [file] = await rows<{ id: string }>(
        sql`select id::text from exchange_files where name = ${name} order by created_at limit 1`,
      )
      await runAction(replayFileAction, {
        req,
        input: { id: String(file?.id) },
        as: {
          id: '00000000-0000-4000-8000-000000000001',
          collection: 'staff',
          role: 'admin',
          name: 'Админ',
          memberships: new Map(),
          team: [],
          branches: [],
        },
      })
    }
    await drainJobs(payload)
    const tried = await rows<{ status: string; failed: number; read: number }>(
      sql`select status::text, rows_failed::int as failed, rows_read::int as read from exchange_runs where attempt_of_id is not null`,
    )
    expect(tried.map(({ status, failed }) => [status, failed])).toEqual([
      ['done', 0],
      ['done', 0],
      ['done', 0],
    ])
    expect(tried.every(({ read }) => read > 0)).toBe(true)
    expect(await shown()).toEqual(before)
  })
})
