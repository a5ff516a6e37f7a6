import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startTestServer, testEnvironment } from '../support/cluster'
import { createDatabase } from '../support/database'
import { measureLive, type LiveFigures } from './live.measure'
import { measurePages, type PagesFigures } from './pages.measure'
import type { Amounts } from './pageTrade'
import { measureYardsticks, type YardstickFigures } from './yardsticks.measure'

const FILLER = path.join(import.meta.dirname, 'fill.ts')

const PART = Number(process.env.BENCH_PART ?? 1)

export type BenchAmounts = Amounts & { goods: number }

/** So much of each; BENCH_PART=0.1 makes a tenth of it, for a try. */
const partOf = (whole: BenchAmounts): BenchAmounts => ({
  goods: of(whole.goods),
  companies: of(whole.companies),
  orders: of(whole.orders),
  ledger: of(whole.ledger),
  documents: of(whole.documents),
  notifications: of(whole.notifications),
  linesEach: whole.linesEach ?? 3,
})
const of = (count: number): number => Math.max(1, Math.round(count * PART))

/** What lies in the database. */
export const amounts = partOf({
  goods: 100_000,
  companies: 2_000,
  orders: 200_000,
  ledger: 300_000,
  documents: 200_000,
  notifications: 100_000,
})

/** The two sizes whose pages are held against each other. */
export const sizes = {
  small: partOf({
    goods: 10_000,
    companies: 200,
    orders: 10_000,
    ledger: 20_000,
    documents: 10_000,
    notifications: 5_000,
  }),
  large: partOf({
    goods: 500_000,
    companies: 20_000,
    orders: 1_000_000,
    linesEach: 5,
    ledger: 2_000_000,
    documents: 1_000_000,
    notifications: 500_000,
  }),
}

export type PagesBench = { pages: PagesFigures; live: LiveFigures; yardsticks: YardstickFigures[]; fillMs: number }

/** Fills a throw-away database, then asks the built web for every page and lets five hundred browsers listen. */
export function pagesBench(say: (line: string) => void = () => {}): Promise<PagesBench> {
  return onFilled(amounts, {}, say, async (url, folder, fillMs) => ({
    fillMs,
    pages: await measurePages(url, folder, say),
    yardsticks: await measureYardsticks(url, folder, say),
    live: await measureLive(url, folder, say),
  }))
}

export type GrowthBench = { small: PagesFigures; large: PagesFigures }

/**
 * Every page over little and over much. The person who asks has as much in both: what grows is what others have.
 */
export async function growthBench(say: (line: string) => void = () => {}): Promise<GrowthBench> {
  const own = { small: OWN_ORDERS / sizes.small.orders, large: OWN_ORDERS / sizes.large.orders }
  const measure = (size: keyof typeof sizes): Promise<PagesFigures> =>
    onFilled(sizes[size], { own: own[size] }, say, (url, folder) => measurePages(url, folder, say))
  return { small: await measure('small'), large: await measure('large') }
}

/** Orders of the measured company in both sizes. */
const OWN_ORDERS = Math.max(1, Math.round(2_000 * PART))

/** Runs `work` over a throw-away database that is filled so. */
export async function onFilled<T>(
  filled: BenchAmounts,
  { own }: { own?: number },
  say: (line: string) => void,
  work: (url: string, folder: string, fillMs: number) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'kabinet-pages-'))
  const server = await startTestServer({
    autovacuum: 'on',
    shared_buffers: '512MB',
    shared_preload_libraries: 'pg_stat_statements',
  })
  try {
    const url = await createDatabase(server.url('postgres'), 'pages')
    const fillMs = await fill(url, folder, filled, own)
    say(`filled: ${(fillMs / 1_000).toFixed(0)} s`)
    return await work(url, folder, fillMs)
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function fill(url: string, folder: string, filled: BenchAmounts, own?: number): Promise<number> {
  const started = performance.now()
  Object.assign(process.env, testEnvironment, {
    LOG_LEVEL: 'error',
    DATABASE_URL: url,
    MEDIA_DIR: path.join(folder, 'media'),
    SPOOL_DIR: path.join(folder, 'spool'),
  })
  // Each database is filled by a process of its own: Payload's connection is one of the process.
  const filling = spawnSync(
    process.execPath,
    ['--conditions=production', '--import', 'tsx', FILLER, JSON.stringify({ filled, own })],
    {
      stdio: 'inherit',
      env: process.env,
    },
  )
  if (filling.status !== 0) throw new Error('The database could not be filled')
  return performance.now() - started
}
