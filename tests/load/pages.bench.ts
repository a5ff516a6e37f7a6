import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { startTestServer, testEnvironment } from '../support/cluster'
import { createDatabase } from '../support/database'
import { measureLive, type LiveFigures } from './live.measure'
import { measurePages, type PagesFigures } from './pages.measure'
import type { Amounts } from './pageTrade'

const PART = Number(process.env.BENCH_PART ?? 1)
const of = (count: number): number => Math.max(1, Math.round(count * PART))

/** What lies in the database; BENCH_PART=0.1 makes a tenth of it, for a try. */
export const amounts: Amounts & { goods: number } = {
  goods: of(100_000),
  companies: of(2_000),
  orders: of(200_000),
  ledger: of(300_000),
  documents: of(200_000),
  notifications: of(100_000),
}

export type PagesBench = { pages: PagesFigures; live: LiveFigures; fillMs: number }

/** Fills a throw-away database, then asks the built web for every page and lets five hundred browsers listen. */
export async function pagesBench(say: (line: string) => void = () => {}): Promise<PagesBench> {
  const folder = mkdtempSync(path.join(tmpdir(), 'kabinet-pages-'))
  const server = await startTestServer({
    autovacuum: 'on',
    shared_buffers: '512MB',
    shared_preload_libraries: 'pg_stat_statements',
  })
  try {
    const url = await createDatabase(server.url('postgres'), 'pages')
    const fillMs = await fill(url, folder)
    say(`filled: ${(fillMs / 1_000).toFixed(0)} s`)
    return { fillMs, pages: await measurePages(url, folder, say), live: await measureLive(url, folder, say) }
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

export async function fill(url: string, folder: string): Promise<number> {
  const started = performance.now()
  Object.assign(process.env, testEnvironment, {
    LOG_LEVEL: 'error',
    DATABASE_URL: url,
    MEDIA_DIR: path.join(folder, 'media'),
    SPOOL_DIR: path.join(folder, 'spool'),
  })
  // Not at the top: they read the settings, which have only just been made.
  const { getTestPayload } = await import('../support/payload')
  const { seedDemo } = await import('@/src/demo/seed')
  const { fillGoods } = await import('./pageGoods')
  const { fillTrade } = await import('./pageTrade')
  const payload = await getTestPayload()
  await seedDemo(payload)
  await fillGoods(payload, url, amounts.goods)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await fillTrade(client, amounts)
    await client.query('create extension if not exists pg_stat_statements')
  } finally {
    await client.end()
    await payload.destroy()
  }
  return performance.now() - started
}
