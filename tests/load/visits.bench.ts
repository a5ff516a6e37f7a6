import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import pg from 'pg'
import { demoLogins } from '@/src/demo/logins'
import { root } from '../../scripts/lib/paths.mjs'
import { freePort } from '../../scripts/lib/postgres.mjs'
import { signIn, visit, type Visitor } from './pageLoad'
import { pagesUnderLoad, type PageUnderLoad } from './pageAddresses'
import { webEnvironment } from './pageServer'
import { amounts, onFilled } from './pages.bench'

const PER_SECOND = 40
const MINUTES = Number(process.env.BENCH_MINUTES ?? 10)
const WEBS = 2
const SAMPLE_MS = 15_000

/** Of a hundred visits on a trading day: people look for goods and after orders, and one in ten is an employee. */
const MIX: Readonly<Record<string, number>> = {
  home: 14,
  section: 14,
  word: 6,
  typos: 2,
  palette: 6,
  product: 12,
  cart: 8,
  checkout: 3,
  orders: 9,
  order: 8,
  documents: 4,
  statement: 2,
  notifications: 2,
  work: 5,
  workAll: 2,
  clients: 2,
  products: 1,
}

export type VisitsBench = {
  visits: number
  failed: string[]
  p50: number
  p95: number
  p99: number
  /** Proportional memory of all web processes together and of the worker, MB: after the first minute and at the end. */
  memory: Array<{ webs: number; worker: number }>
}

/**
 * Forty visits a second, come what may: each begins at its own moment, whether or not the ones before have been answered. Two web
 * processes behind one port and a worker, as `npm run serve` and `npm run worker` run them.
 */
export function visitsBench(say: (line: string) => void = () => {}): Promise<VisitsBench> {
  return onFilled(amounts, {}, say, (url, folder) => underLoad(url, folder, say))
}

export async function underLoad(
  databaseUrl: string,
  folder: string,
  say: (line: string) => void,
): Promise<VisitsBench> {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const env = { ...webEnvironment({ port, databaseUrl, folder }), WEB_PROCESSES: String(WEBS) }
  const launch = (file: string): ChildProcess =>
    spawn(process.execPath, [path.join(root, file)], { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const serve = launch('scripts/serve.mjs')
  const worker = launch('dist/worker.mjs')
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await ready(url)
    const pages = mixed(await pagesUnderLoad(client))
    const visitors = new Map<string, Visitor>()
    for (const who of new Set(pages.map((page) => page.who))) {
      const login = demoLogins.find(({ email }) => email === `${who}@demo.kabinet`)
      if (login) visitors.set(who, await signIn(url, who === 'client' ? 'users' : 'staff', login))
    }
    const agent = new http.Agent({ keepAlive: true, maxSockets: 400 })
    const ask = (n: number): Promise<{ ms: number }> => {
      // 37 and 100 have no divisor in common: every page gets its share, and none comes in a row.
      const page = pages[(n * 37) % pages.length]
      const visitor = page && visitors.get(page.who)
      if (!page || !visitor) throw new Error('Nobody visits')
      return visit(visitor, page.address(n), agent)
    }
    for (let n = 0; n < pages.length; n += 1) await ask(n)
    const times: number[] = []
    const failed: string[] = []
    const memory: VisitsBench['memory'] = []
    const total = Math.round(PER_SECOND * 60 * MINUTES)
    const began = performance.now()
    const sampler = setInterval(() => {
      memory.push({ webs: pssOf(serve.pid, true), worker: pssOf(worker.pid, false) })
      say(
        `${Math.round((performance.now() - began) / 1_000)} s: ${times.length} answered, ${failed.length} failed, ${JSON.stringify(memory.at(-1))} MB`,
      )
    }, SAMPLE_MS)
    const running: Array<Promise<void>> = []
    for (let n = 0; n < total; n += 1) {
      const due = began + (n * 1_000) / PER_SECOND
      const wait = due - performance.now()
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
      // Measured from the moment it was due: a visit that could not even begin has waited, too.
      running.push(
        ask(n).then(
          () => void times.push(performance.now() - due),
          (error: unknown) => void failed.push(String(error)),
        ),
      )
    }
    await Promise.all(running)
    clearInterval(sampler)
    agent.destroy()
    times.sort((a, b) => a - b)
    const at = (part: number): number => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0
    return { visits: total, failed, p50: at(0.5), p95: at(0.95), p99: at(0.99), memory }
  } finally {
    await client.end()
    await Promise.all([serve, worker].map(end))
  }
}

/** Each page as many times as its share of a hundred visits. */
const mixed = (pages: readonly PageUnderLoad[]): PageUnderLoad[] =>
  pages.flatMap((page) => Array.from({ length: MIX[page.key] ?? 0 }, () => page))

/** Proportional set size in MB of a process, or of all its children. */
function pssOf(pid: number | undefined, children: boolean): number {
  const pids = children ? childrenOf(pid ?? 0) : [pid ?? 0]
  const kilobytes = pids.map((one) => {
    try {
      return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${one}/smaps_rollup`, 'utf8'))?.[1] ?? 0)
    } catch {
      return 0 // it has ended meanwhile
    }
  })
  return Math.round(kilobytes.reduce((sum, one) => sum + one, 0) / 1_024)
}

const childrenOf = (pid: number): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((one) => {
      try {
        return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${one}/status`, 'utf8'))?.[1]) === pid
      } catch {
        return false // it has ended meanwhile
      }
    })

async function ready(url: string): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if ((await fetch(`${url}/api/ready`).catch(() => null))?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('The web processes did not become ready')
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}

/** Visits under load, as Markdown. */
export function visitsTable({ visits, failed, p50, p95, p99, memory }: VisitsBench): string {
  const early = memory[Math.min(memory.length - 1, Math.round(60_000 / SAMPLE_MS))]
  const last = memory.at(-1)
  return [
    '## Under load',
    '',
    `${PER_SECOND} mixed visits a second for ${MINUTES} minutes (of a hundred: 14 home, 40 catalogue, search, product and ⌘K, 11 cart and checkout, 17 orders, 8 papers and notifications, 10 pages of the panel), two web processes behind one port and a worker; each visit is measured from the moment it was due.`,
    '',
    '| visits | failed | median | 95th percentile | 99th | webs, MB after a minute → at the end | worker |',
    '|---|---|---|---|---|---|---|',
    `| ${visits.toLocaleString('en')} | ${failed.length} | ${p50.toFixed(0)} ms | ${p95.toFixed(0)} ms | ${p99.toFixed(0)} ms | ${early?.webs ?? 0} → ${last?.webs ?? 0} | ${early?.worker ?? 0} → ${last?.worker ?? 0} |`,
    '',
    ...failed.slice(0, 5).map((why) => `- ${why}`),
    '',
  ].join('\n')
}
