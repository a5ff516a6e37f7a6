import { spawn, type ChildProcess } from 'node:child_process'
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { bundle } from '../../scripts/build.mjs'
import { root } from '../../scripts/lib/paths.mjs'
import { createOneC } from '../emulator/onec'
import { startTestServer, testEnvironment } from '../support/cluster'
import { createDatabase } from '../support/database'
import { benchSources, writePair } from './importData'
import { dumpRows, plainMerge } from './plain'

const COUNT = Number(process.env.BENCH_COUNT ?? 100_000)
const DELTA = Math.min(1_000, COUNT)
const PASSWORD = 'bench-password'

export type ImportFigures = {
  from: string
  count: number
  rows: number
  megabytes: number
  plainMs: number
  firstMs: number
  /** From the end of the first import until search and facets have been renewed. */
  searchMs: number
  againMs: number
  /** The same rows in files of other bytes: each row is read and compared by its hash. */
  comparedMs: number
  deltaMs: number
  workerMegabytes: number
  runs: { status: string; read: number; created: number; changed: number; same: number; failed: number }[]
}

/**
 * Goods and offers through the HTTP dialogue into a real worker process, beside COPY + merge of the same
 * rows by plain SQL, in one run on one server: what counts are the ratios.
 */
export async function importBench(say: (line: string) => void = () => {}): Promise<ImportFigures> {
  const folder = mkdtempSync(path.join(tmpdir(), 'kabinet-bench-'))
  const part = (name: string): string => {
    mkdirSync(path.join(folder, name), { recursive: true })
    return path.join(folder, name)
  }
  const server = await startTestServer()
  let worker: ChildProcess | undefined
  let close = async (): Promise<void> => {}
  try {
    const url = await createDatabase(server.url('postgres'), 'bench')
    const plainUrl = await createDatabase(server.url('postgres'), 'bench_plain')
    const env = {
      ...testEnvironment,
      LOG_LEVEL: process.env.LOG_LEVEL ?? 'error',
      DATABASE_URL: url,
      MEDIA_DIR: part('media'),
      SPOOL_DIR: part('spool'),
    }
    Object.assign(process.env, env)
    const sources = await benchSources()
    await writePair(part('all'), sources, COUNT)
    await writePair(part('delta'), sources, DELTA, changed)
    await bundle()
    worker = await startWorkerProcess(env)
    const { startRest } = await import('../support/http')
    const { getTestPayload } = await import('../support/payload')
    const { hashSecret } = await import('@/src/mechanisms/exchange/nodeSecrets')
    await makeNode(url, await hashSecret(PASSWORD))
    const rest = await startRest()
    close = async () => {
      await rest.close()
      const payload = await getTestPayload()
      // Payload's own destroy leaves the pool, whose idle connections complain of the server that ends.
      payload.db.pool.on('error', () => undefined)
      await payload.destroy()
    }
    const oneC = createOneC({
      url: `${rest.url}/api/1c/commerceml`,
      login: 'bench',
      password: PASSWORD,
      zip: false,
      patience: 600_000,
    })
    const send = async (name: string): Promise<number> => {
      const started = performance.now()
      await oneC.sendCatalogue({ folder: part(name) })
      const took = performance.now() - started
      say(`${name}: ${(took / 1_000).toFixed(1)} s`)
      return took
    }
    const firstMs = await send('all')
    const searchMs = await queueDrained(url)
    const rows = await dumpRows(url, part('rows'))
    const againMs = await send('all')
    for (const name of ['import.xml', 'offers.xml']) appendFileSync(path.join(part('all'), name), '\n')
    const comparedMs = await send('all')
    const deltaMs = await send('delta')
    const workerMegabytes = peakMegabytes(worker)
    const plainMs = await plainMerge(plainUrl, part('rows'))
    say(`plain: ${(plainMs / 1_000).toFixed(1)} s`)
    const megabytes = Math.round(
      ['import.xml', 'offers.xml'].reduce((sum, name) => sum + statSync(path.join(part('all'), name)).size, 0) /
        1_000_000,
    )
    return {
      from: sources.from,
      count: COUNT,
      rows,
      megabytes,
      plainMs,
      firstMs,
      searchMs,
      againMs,
      comparedMs,
      deltaMs,
      workerMegabytes,
      runs: await runsOf(url),
    }
  } finally {
    worker?.kill('SIGKILL')
    await close()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Another name for each product, another price for each offer. */
const changed = (piece: string): string =>
  piece
    .replace(/(<Наименование>)/, '$1Новое ')
    .replaceAll(/<ЦенаЗаЕдиницу>(\d+)/g, (_whole, price: string) => `<ЦенаЗаЕдиницу>${Number(price) + 7}`)

function startWorkerProcess(env: Record<string, string>): Promise<ChildProcess> {
  const child = spawn(process.execPath, [path.join(root, 'dist/worker.mjs')], {
    cwd: root,
    env: { ...process.env, ...env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  return new Promise((resolve, reject) => {
    child.once('message', () => resolve(child))
    child.once('exit', (code) => reject(new Error(`The worker ended with ${code}`)))
  })
}

/** The most memory that the process ever held, by the kernel's own count. */
function peakMegabytes(child: ChildProcess): number {
  const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]
  return Math.round(Number(peak) / 1024)
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Waits until no job is left; gives the milliseconds. */
async function queueDrained(url: string): Promise<number> {
  const started = performance.now()
  await withClient(url, async (client) => {
    const busy = async (): Promise<boolean> =>
      ((await client.query(`select 1 from pgboss.job where state in ('created', 'retry', 'active') limit 1`))
        .rowCount ?? 0) > 0
    while (await busy()) await new Promise((resolve) => setTimeout(resolve, 200))
  })
  return performance.now() - started
}

const makeNode = (url: string, secret: string): Promise<unknown> =>
  withClient(url, (client) =>
    client.query(
      `with node as (insert into exchange_nodes (name, login, secret_hash, active, zip) values ('Bench', 'bench', $1, true, false) returning id)
       insert into exchange_nodes_entities (id, "order", parent_id, value) select gen_random_uuid(), 1, id, 'catalogue' from node`,
      [secret],
    ),
  )

const runsOf = (url: string): Promise<ImportFigures['runs']> =>
  withClient(url, async (client) => {
    const { rows } = await client.query<ImportFigures['runs'][number]>(
      `select status::text, rows_read::int as read, rows_created::int as created, rows_changed::int as changed, rows_same::int as same, rows_failed::int as failed
       from exchange_runs order by started_at`,
    )
    return rows
  })
