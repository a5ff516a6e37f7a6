import http from 'node:http'
import pg from 'pg'
import { demoLogins } from '@/src/demo/logins'
import { longestChain, startStatementProxy, type StatementProxy } from '../support/statementProxy'
import { load, signIn, visit, type Timing, type Visitor } from './pageLoad'
import { pagesUnderLoad, type PageUnderLoad } from './pageAddresses'
import { startWeb, type Memory } from './pageServer'

export type PageFigures = {
  key: string
  name: string
  statements: number
  /** Of the statements, those of which each waited for the one before. */
  chain: number
  /** Milliseconds of the web's processor time for a visit. */
  cpu: number
  alone: Timing
  together: Timing
}
export type PagesFigures = {
  health: { alone: Timing; together: Timing }
  pages: PageFigures[]
  before: Memory
  after: Memory
  users: number
}

export const USERS = 8
const ALONE = 24
const TOGETHER = 64
/** Long beside what a page computes between two statements. */
const HOLD_MS = 60

/** Every page by one person, then by eight at once, on the built web over this database; needs pg_stat_statements there. */
export async function measurePages(
  databaseUrl: string,
  folder: string,
  say: (line: string) => void = () => {},
): Promise<PagesFigures> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const web = await startWeb(databaseUrl, folder)
  const proxy = await startStatementProxy(databaseUrl, HOLD_MS)
  const held = await startWeb(proxy.url, folder)
  try {
    const pages = (await pagesUnderLoad(client)).filter(
      ({ key }) => !process.env.BENCH_PAGES || process.env.BENCH_PAGES.split(',').includes(key),
    )
    const visitors = new Map<PageUnderLoad['who'], Visitor>()
    const heldVisitors = new Map<PageUnderLoad['who'], Visitor>()
    for (const who of new Set(pages.map(({ who: needed }) => needed))) {
      for (const [server, into] of [[web, visitors] as const, [held, heldVisitors] as const])
        into.set(who, await signIn(server.url, who === 'client' ? 'users' : 'staff', loginOf(who)))
    }
    const figures: PageFigures[] = []
    const anybody = { url: web.url, cookie: '' }
    const twice = async (
      visitor: Visitor,
      address: (n: number) => string,
    ): Promise<{ alone: Timing; together: Timing }> => ({
      alone: await load(visitor, address, { users: 1, requests: ALONE }),
      together: await load(visitor, (n) => address(n + ALONE), { users: USERS, requests: TOGETHER }),
    })
    const round = async (page: PageUnderLoad): Promise<PageFigures> => {
      const visitor = visitors.get(page.who) ?? anybody
      for (const n of [1_000, 1_001, 1_002]) await load(visitor, () => page.address(n), { users: 1, requests: 1 })
      const statements = await statementsOf(client, visitor, page.address(1_003))
      const chain = await chainOf(proxy, heldVisitors.get(page.who) ?? anybody, page.address)
      const before = await web.cpu()
      const timings = await twice(visitor, page.address)
      const cpu = ((await web.cpu()) - before) / (ALONE + TOGETHER)
      return { key: page.key, name: page.name, statements, chain, cpu, ...timings }
    }
    await load(anybody, () => '/api/health', { users: 1, requests: 20 })
    const health = await twice(anybody, () => '/api/health')
    for (const page of pages) await load(visitors.get(page.who) ?? anybody, page.address, { users: 2, requests: 10 })
    const before = await web.memory()
    for (const page of pages) {
      const seen = await round(page)
      figures.push(seen)
      say(
        `${page.key.padEnd(14)} ${String(seen.statements).padStart(4)} sql, ${seen.chain} in turn  cpu ${seen.cpu.toFixed(1)} ms  1: ${ms(seen.alone)}  ${USERS}: ${ms(seen.together)}  ${seen.alone.bytes} B`,
      )
    }
    const after = await web.memory()
    say(
      `heap ${megabytes(before.heapUsed)} -> ${megabytes(after.heapUsed)} MB, rss ${megabytes(before.rss)} -> ${megabytes(after.rss)} MB`,
    )
    return { health, pages: figures, before, after, users: USERS }
  } finally {
    await Promise.all([web.stop(), held.stop()])
    await proxy.stop()
    await client.end()
  }
}

const ms = ({ p50, p95 }: Timing): string => `${p50.toFixed(1)} / ${p95.toFixed(1)} ms`
export const megabytes = (bytes: number): number => Math.round(bytes / 1_048_576)

function loginOf(who: PageUnderLoad['who']): { email: string; password: string } {
  const login = demoLogins.find(({ email }) => email === `${who}@demo.kabinet`)
  if (!login) throw new Error(`The demo has no ${who}`)
  return login
}

/** How many statements of a visit wait for one another. */
async function chainOf(proxy: StatementProxy, visitor: Visitor, address: (n: number) => string): Promise<number> {
  const agent = new http.Agent()
  for (const n of [1_000, 1_001]) await visit(visitor, address(n), agent)
  const seen = await proxy.during(() => visit(visitor, address(1_003), agent))
  agent.destroy()
  return longestChain(seen).length
}

/** How many statements of SQL one visit takes. */
async function statementsOf(client: pg.Client, visitor: Visitor, path: string): Promise<number> {
  const calls = async (): Promise<number> => {
    const { rows } = await client.query<{ calls: number }>(
      `select coalesce(sum(calls), 0)::int as calls from pg_stat_statements where dbid = (select oid from pg_database where datname = current_database())
         and query not like '%pg_stat_statements%' and toplevel`,
    )
    return rows[0]?.calls ?? 0
  }
  const before = await calls()
  const agent = new http.Agent()
  await visit(visitor, path, agent)
  agent.destroy()
  return (await calls()) - before
}
