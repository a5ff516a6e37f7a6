import { sql } from '@payloadcms/db-postgres/drizzle'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { query } from '@/src/mechanisms/database/query'
import { demoCatalogue, importXml, offersXml } from '@/tests/emulator/catalogue-xml'
import { exchangeGround } from '@/tests/support/exchangeGround'
import { oneCAt, rawDialogue } from '@/tests/support/onec'
import { buildZip } from '@/tests/unit/exchange/zip-builder'

const ground = exchangeGround()

const catalogue = demoCatalogue({ products: 5 })
const goods = importXml(catalogue).toString()
const offers = offersXml(catalogue).toString()

const count = async (table: string): Promise<number> => {
  const [row] = await query<{ count: number }>(ground.payload, sql.raw(`select count(*)::int as count from ${table}`))
  return row?.count ?? 0
}
const fileIssues = (): Promise<{ code: string; message: string }[]> =>
  query(ground.payload, sql`select code, message from exchange_issues where entity = 'file' order by created_at`)

/** What was refused left nothing behind, and the next good file goes in. */
async function goesOn(): Promise<void> {
  expect(await count('products')).toBe(0)
  await oneCAt(ground.url).sendCatalogue({ files: [{ name: 'import.xml', content: goods }] })
  expect(await count('products')).toBe(5)
}

describe('hostile and broken input of the exchange', () => {
  it.each([
    [
      'a way out of its folder',
      buildZip([{ name: '../../import.xml', content: goods }]),
      'zip.unsafeName',
      'import.xml',
    ],
    [
      'a bomb',
      buildZip([{ name: 'import.xml', content: Buffer.alloc(64 * 1024 * 1024, 32) }]),
      'zip.limit',
      'import.xml',
    ],
    ['half of itself', buildZip([{ name: 'import.xml', content: goods }]).subarray(0, 900), 'zip.broken', 'import.xml'],
  ])('a zip that holds %s is refused with a reason', async (_what, zip, code, name) => {
    const raw = await rawDialogue(ground.url)
    await raw.init()
    expect(await raw.file('v8.zip', new Uint8Array(zip))).toBe('success')
    expect(await raw.import(name)).toMatch(/^failure\n.+/)
    expect((await fileIssues()).map((issue) => issue.code)).toEqual([code])
    await goesOn()
  })

  it('names that lead out of the spool are refused at once', async () => {
    const raw = await rawDialogue(ground.url)
    await raw.init()
    for (const name of ['../import.xml', '/../../etc/passwd', 'a\\..\\..\\b.xml', 'nul\u0000.xml']) {
      expect(await raw.file(name, goods), name).toMatch(/^failure/)
    }
    expect(await raw.import('never-sent.xml')).toMatch(/^failure/)
    await goesOn()
  })

  it('a file that breaks off in the middle keeps what was whole and fails with its line', async () => {
    const raw = await rawDialogue(ground.url)
    await raw.init()
    await raw.file('import.xml', goods.slice(0, Math.floor(goods.length * 0.7)))
    expect(await raw.import('import.xml')).toMatch(/^failure\n.*строка \d+/)
    expect((await fileIssues()).map(({ code }) => code)).toEqual(['xml.malformed'])
    await oneCAt(ground.url).sendCatalogue({ files: [{ name: 'import.xml', content: goods }] })
    expect(await count('products')).toBe(5)
  })

  it('a client that is cut off during a chunk and begins anew loses and doubles nothing', async () => {
    const first = await rawDialogue(ground.url)
    await first.init()
    await first.file('import.xml', goods.slice(0, 2_000))
    const second = await rawDialogue(ground.url)
    await second.init()
    const half = Math.floor(goods.length / 2)
    await second.file('import.xml', goods.slice(0, half))
    await second.file('import.xml', goods.slice(half))
    expect(await second.import('import.xml')).toBe('success')
    expect(await count('products')).toBe(5)
    expect(await fileIssues()).toEqual([])
  })

  it('the same file under two names and twice in one session is applied once', async () => {
    const raw = await rawDialogue(ground.url)
    await raw.init()
    for (const name of ['import.xml', 'import0_1.xml']) await raw.file(name, goods)
    for (const name of ['import.xml', 'import0_1.xml', 'import.xml']) expect(await raw.import(name)).toBe('success')
    expect(await count('products')).toBe(5)
    const [run] = await query<{ created: number; changed: number; same: number }>(
      ground.payload,
      sql`select rows_created::int as created, rows_changed::int as changed, rows_same::int as same from exchange_runs`,
    )
    expect(run).toMatchObject({ changed: 0 })
    expect(run?.same).toBeGreaterThanOrEqual(run?.created ?? 0)
  })

  it('windows-1251 is read as such, also when the file claims something else', async () => {
    const raw = await rawDialogue(ground.url)
    await raw.init()
    await raw.file('import.xml', new Uint8Array(iconv.encode(goods.replace('\ufeff', ''), 'windows-1251')))
    expect(await raw.import('import.xml')).toBe('success')
    const names = await query<{ name: string }>(ground.payload, sql`select name from products`)
    expect(names.every(({ name }) => /[а-яё]/i.test(name))).toBe(true)
    expect(names.map(({ name }) => name).filter((name) => /[\ufffd]|Р°|Рѕ/.test(name))).toEqual([])
  })

  it('prices and stock of offers nobody knows wait; a negative stock is told and kept', async () => {
    await oneCAt(ground.url).sendCatalogue({ files: [{ name: 'offers.xml', content: offers }] })
    const [waiting] = await query<{ parked: number; reasons: string[] }>(
      ground.payload,
      sql`select count(*) filter (where status = 'parked')::int as parked, array_agg(distinct message) as reasons from exchange_issues`,
    )
    expect(waiting?.parked).toBeGreaterThan(0)
    expect(waiting?.reasons.every((reason) => /[а-яё]{3}/i.test(reason))).toBe(true)
    await oneCAt(ground.url).sendCatalogue({ files: [{ name: 'import.xml', content: goods }] })
    expect(await count(`exchange_issues where status = 'parked'`)).toBe(0)
    expect(await count('stocks where qty < 0')).toBe(await count(`exchange_issues where code = 'stock.negative'`))
  })
})
