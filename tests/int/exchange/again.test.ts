import { sql } from '@payloadcms/db-postgres/drizzle'
import { beforeEach, describe, expect, it } from 'vitest'
import { execute, query } from '@/src/mechanisms/database/query'
import { demoCatalogue, importXml, offersXml } from '@/tests/emulator/catalogue-xml'
import { exchangeGround } from '@/tests/support/exchangeGround'

const ground = exchangeGround()

const catalogue = demoCatalogue({ products: 12 })
const goods = importXml(catalogue).toString()
const offers = offersXml(catalogue).toString()
const { send } = ground

type Run = { read: number; created: number; changed: number; same: number }
const lastRun = async (): Promise<Run | undefined> => {
  const rows = await query<Run>(
    ground.payload,
    sql`select rows_read::int as read, rows_created::int as created, rows_changed::int as changed, rows_same::int as same from exchange_runs order by started_at desc limit 1`,
  )
  return rows[0]
}
const remembered = async (): Promise<number> =>
  (await query(ground.payload, sql`select 1 from exchange_applied`)).length
/** A product's stored hash is spoiled: only a file that is really read and compared mends it. */
const spoil = () =>
  execute(
    ground.payload,
    sql`update products set sync_hash = 'spoilt', name = 'Испорчено' where external_id = (select min(external_id) from products)`,
  )
const spoilt = async (): Promise<number> =>
  (await query(ground.payload, sql`select 1 from products where name = 'Испорчено'`)).length

describe('[EXCH-16] a file that comes again byte for byte', () => {
  beforeEach(async () => {
    await send({ 'import.xml': goods, 'offers.xml': offers })
  })

  it('is not read again over an unchanged state, and counts as unchanged', async () => {
    const first = await lastRun()
    expect(await remembered()).toBeGreaterThan(0)
    await spoil()
    await send({ 'import.xml': goods, 'offers.xml': offers })
    expect(await lastRun()).toMatchObject({ read: first?.read, created: 0, changed: 0, same: first?.read })
    expect(await spoilt()).toBe(1)
  })

  it('is read when another file wrote to its tables since', async () => {
    const other = importXml(demoCatalogue({ products: 1 }))
      .toString()
      .replace(/(<Товар>[\s\S]*?<Наименование>)/, '$1Иначе ')
    await send({ 'import.xml': other })
    await spoil()
    await send({ 'import.xml': goods })
    expect(await spoilt()).toBe(0)
    expect(await query(ground.payload, sql`select 1 from products where name like 'Иначе %'`)).toEqual([])
  })

  it('is read when a record has been removed since', async () => {
    await execute(ground.payload, sql`delete from stocks where id = (select id from stocks order by id limit 1)`)
    const [before] = await query<{ count: number }>(ground.payload, sql`select count(*)::int as count from stocks`)
    await send({ 'offers.xml': offers })
    const [after] = await query<{ count: number }>(ground.payload, sql`select count(*)::int as count from stocks`)
    expect(after?.count).toBe((before?.count ?? 0) + 1)
  })

  it('is read when it differs by one byte', async () => {
    await spoil()
    await send({ 'import.xml': `${goods}\n` })
    expect(await spoilt()).toBe(0)
  })

  it('is read when an administrator replays it', async () => {
    await spoil()
    const [file] = await query<{ id: string }>(
      ground.payload,
      sql`select id::text from exchange_files where name = 'import.xml'`,
    )
    const { importFile } = await import('@/src/mechanisms/exchange/run/importFile')
    const { createLocalReq } = await import('payload')
    await importFile(await createLocalReq({}, ground.payload), String(file?.id), new AbortController().signal)
    expect(await spoilt()).toBe(0)
  })
})
