import { access, readFile } from 'node:fs/promises'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { createLocalReq, type PayloadRequest } from 'payload'
import { describe, expect, it } from 'vitest'
import { exchangeFilesEndpoint } from '@/endpoints/exchange/files/files.endpoint'
import type { Actor } from '@/src/mechanisms/access/actor'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { execute, query } from '@/src/mechanisms/database/query'
import { replayFileAction, replayRowAction, replayRunAction } from '@/src/mechanisms/exchange/run/replay.actions'
import { builders } from '@/tests/builders/builders'
import { demoCatalogue, importXml, offersXml } from '@/tests/emulator/catalogue-xml'
import { countRows, fallSilent, listIssues, runJobNamed, waitForQueue } from '@/tests/support/exchange'
import { exchangeGround } from '@/tests/support/exchangeGround'
import { rawDialogue } from '@/tests/support/onec'

const ground = exchangeGround()

const catalogue = demoCatalogue({ products: 5 })
const goods = importXml(catalogue)
const offers = offersXml(catalogue)
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

const { send } = ground
const idOf = async (table: string, where = 'true'): Promise<string> => {
  const [row] = await query<{ id: string }>(
    ground.payload,
    sql.raw(`select id::text from ${table} where ${where} order by created_at limit 1`),
  )
  return String(row?.id)
}
const spoil = () => execute(ground.payload, sql`update products set name = 'Испорчено', sync_hash = 'spoilt'`)
const spoilt = () => countRows(ground.payload, 'products', `name = 'Испорчено'`)

describe('the exchange journal', () => {
  const replay = async (
    action: typeof replayFileAction | typeof replayRunAction | typeof replayRowAction,
    id: string,
    as: Actor = admin,
  ): Promise<void> => {
    await runAction(action, { req: await createLocalReq({}, ground.payload), input: { id }, as })
    await waitForQueue(ground.payload)
  }

  it('[EXCH-16] replays a file and a run from the bytes that were kept, for administrators alone', async () => {
    await send({ 'import.xml': goods, 'offers.xml': offers })
    const file = await idOf('exchange_files', `name = 'import.xml'`)
    const run = await idOf('exchange_runs')
    for (const role of OTHERS) {
      const other: Actor = { ...admin, role, collection: role === 'client' || role === 'partner' ? 'users' : 'staff' }
      for (const [action, id] of [
        [replayFileAction, file],
        [replayRunAction, run],
      ] as const)
        await expect(replay(action, id, other)).rejects.toMatchObject({ code: 'access.denied' })
    }
    await spoil()
    await replay(replayFileAction, file)
    expect(await spoilt()).toBe(0)
    await execute(ground.payload, sql`delete from prices`)
    await spoil()
    await replay(replayRunAction, run)
    expect([await spoilt(), await countRows(ground.payload, 'prices')]).toEqual([
      0,
      catalogue.products.reduce((sum, product) => sum + product.offers.length * 2, 0),
    ])
    await expect(replay(replayRunAction, crypto.randomUUID())).rejects.toMatchObject({
      code: 'exchange.nothingToReplay',
    })
  })

  it('[EXCH-16] replays a row that waits: not yet, and then it goes in', async () => {
    await send({ 'offers.xml': offers })
    const row = await idOf('exchange_issues', `entity = 'skus' and status = 'parked'`)
    await expect(replay(replayRowAction, row)).rejects.toMatchObject({ code: 'exchange.stillWaits', status: 409 })
    for (const role of OTHERS)
      await expect(replay(replayRowAction, row, { ...admin, role })).rejects.toMatchObject({ code: 'access.denied' })
    const [issue] = await query<{ product: string; external: string }>(
      ground.payload,
      sql`select "row"->'values'->>'product' as product, external from exchange_issues where id::text = ${row}`,
    )
    await execute(
      ground.payload,
      sql`insert into products (external_id, name, slug, active, created_at, updated_at) values (${issue?.product}, 'Товар', 'tovar-1', true, now(), now())`,
    )
    await replay(replayRowAction, row)
    expect(await query(ground.payload, sql`select external_id as external from skus`)).toEqual([
      { external: issue?.external },
    ])
    expect(await query(ground.payload, sql`select status::text from exchange_issues where id::text = ${row}`)).toEqual([
      { status: 'replayed' },
    ])
  })

  it('[EXCH-16] gives the raw bytes to administrators alone, exactly as they came', async () => {
    await send({ 'import.xml': goods })
    const make = builders(ground.payload)
    const file = await idOf('exchange_files')
    const ask = async (req: PayloadRequest): Promise<Response> =>
      exchangeFilesEndpoint.handler(Object.assign(req, { routeParams: { id: file }, headers: new Headers() }))
    expect((await ask(await createLocalReq({}, ground.payload))).status).toBe(401)
    for (const role of ['manager', 'head', 'editor', 'accountant'] as const)
      expect((await ask(await make.as('staff', await make.staff({ role })))).status).toBe(403)
    for (const kind of ['client', 'partner'] as const)
      expect(
        (await ask(await make.as('users', await make.user({ kind, companies: [await make.company({})] })))).status,
      ).toBe(403)
    const someone = await make.staff({ role: 'admin' })
    const given = await ask(await make.as('staff', someone))
    expect([
      given.status,
      given.headers.get('content-type'),
      given.headers.get('content-disposition'),
      given.headers.get('x-content-type-options'),
    ]).toEqual([200, 'application/octet-stream', "attachment; filename*=UTF-8''import.xml", 'nosniff'])
    expect(Buffer.from(await given.arrayBuffer()).equals(Buffer.from(goods))).toBe(true)
    // A path that leads out of the spool is no file of the exchange.
    await execute(ground.payload, sql`update exchange_files set path = '/etc/passwd'`)
    expect((await ask(await make.as('staff', someone))).status).toBe(404)
  })

  it('[EXCH-16] keeps the bytes as long as the settings say, and the journal beyond', async () => {
    await send({ 'import.xml': goods })
    const [kept] = await query<{ path: string }>(ground.payload, sql`select path from exchange_files`)
    const age = (days: number) =>
      execute(ground.payload, sql`update exchange_sessions set seen_at = now() - make_interval(days => ${days})`)
    await age(89)
    await runJobNamed(ground.payload, 'exchange.sweepSpool')
    expect(await readFile(String(kept?.path), 'utf8')).toBe(goods)
    await age(91)
    await runJobNamed(ground.payload, 'exchange.sweepSpool')
    await expect(access(String(kept?.path))).rejects.toThrow()
    expect(
      await query(
        ground.payload,
        sql`select f.path, r.status::text from exchange_files f join exchange_runs r on r.id = f.run_id`,
      ),
    ).toEqual([{ path: null, status: 'done' }])
    // A replay of what is gone says so.
    await replay(replayFileAction, await idOf('exchange_files'))
    expect((await listIssues(ground.payload)).map(({ code }) => code)).toEqual(['exchange.fileMissing'])
  })

  it('[EXCH-16] a file that was sent and never asked for is taken by whichever worker comes first, after a restart too', async () => {
    await ground.stopWorker()
    const oneC = await rawDialogue(ground.url)
    await oneC.init()
    for (const [name, xml] of [
      ['offers.xml', offers],
      ['import.xml', goods],
    ] as const)
      expect(await oneC.file(name, xml)).toBe('success')
    await runJobNamed(ground.payload, 'exchange.idle')
    expect(await countRows(ground.payload, 'exchange_files')).toBe(0)
    await execute(ground.payload, sql`update exchange_sessions set seen_at = now() - interval '3 minutes'`)
    await runJobNamed(ground.payload, 'exchange.idle')
    await runJobNamed(ground.payload, 'exchange.idle')
    expect(await query(ground.payload, sql`select name, status::text from exchange_files order by created_at`)).toEqual(
      [
        { name: 'import.xml', status: 'received' },
        { name: 'offers.xml', status: 'received' },
      ],
    )
    // The worker died with the first file in its hands; nothing is kept in the memory of the one that comes after it.
    await execute(ground.payload, sql`update exchange_files set status = 'running' where name = 'import.xml'`)
    ground.startWorker()
    await waitForQueue(ground.payload)
    expect(await query(ground.payload, sql`select distinct status::text from exchange_files`)).toEqual([
      { status: 'done' },
    ])
    expect([
      await countRows(ground.payload, 'products'),
      await countRows(ground.payload, 'exchange_issues', `status = 'parked'`),
    ]).toEqual([5, 0])
  })

  it('[EXCH-16] a run is settled once, when 1C has been silent for two minutes', async () => {
    await send({ 'import.xml': goods })
    await runJobNamed(ground.payload, 'exchange.idle')
    await waitForQueue(ground.payload)
    expect(await countRows(ground.payload, 'exchange_settled')).toBe(0)
    await fallSilent(ground.payload)
    await fallSilent(ground.payload)
    expect(await query(ground.payload, sql`select outcome from exchange_settled`)).toEqual([{ outcome: 'nothing' }])
  })
})
