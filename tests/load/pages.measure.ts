import http from 'node:http'
import pg from 'pg'
import { demoLogins } from '@/src/demo/logins'
import { load, signIn, visit, type Timing, type Visitor } from './pages.load'
import { pagesUnderLoad, type PageUnderLoad } from './pages.addresses'
import { startWeb, type Memory } from './pages.server'

export type PageFigures = { key: string; name: string; statements: number; alone: Timing; together: Timing }
export type PagesFigures = { health: { alone: Timing; together: Timing }; pages: PageFigures[]; before: Memory; after: Memory; users: number }

export const USERS = 8
const ALONE = 24
const TOGETHER = 64

/** Every page by one person, then by eight at once, on the built web over this database; needs pg_stat_statements there. */
export async function measurePages(databaseUrl: string, folder: string, say: (line: string) => void = () => {}): Promise<PagesFigures> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const web = await startWeb(databaseUrl, folder)
  try {
    const pages = (await pagesUnderLoad(client)).filter(({ key }) => !process.env.BENCH_PAGES || process.env.BENCH_PAGES.split(',').includes(key))
    const visitors = new Map<PageUnderLoad['who'], Visitor>()
    for (const who of new Set(pages.map(({ who: needed }) => needed))) {
      visitors.set(who, await signIn(web.url, who === 'client' ? 'users' : 'staff', loginOf(who)))
    }
    const figures: PageFigures[] = []
    const anybody = { url: web.url, cookie: '' }
    const twice = async (visitor: Visitor, address: (n: number) => string): Promise<{ alone: Timing; together: Timing }> => ({
      alone: await load(visitor, address, { users: 1, requests: ALONE }),
      together: await load(visitor, (n) => address(n + ALONE), { users: USERS, requests: TOGETHER }),
    })
    const round = async (page: PageUnderLoad): Promise<PageFigures> => {
      const visitor = visitors.get(page.who) ?? anybody
      for (const n of [1_000, 1_001, 1_002]) await load(visitor, () => page.address(n), { users: 1, requests: 1 })
      const statements = await statementsOf(client, visitor, page.address(1_003))
      return { key: page.key, name: page.name, statements, ...(await twice(visitor, page.address)) }
    }
    await load(anybody, () => '/api/health', { users: 1, requests: 20 })
    const health = await twice(anybody, () => '/api/health')
    for (const page of pages) await load(visitors.get(page.who) ?? anybody, page.address, { users: 2, requests: 10 })
    const before = await web.memory()
    for (const page of pages) {
      const seen = await round(page)
      figures.push(seen)
      say(`${page.key.padEnd(14)} ${String(seen.statements).padStart(4)} sql  1: ${ms(seen.alone)}  ${USERS}: ${ms(seen.together)}  ${seen.alone.bytes} B`)
    }
    const after = await web.memory()
    say(`heap ${megabytes(before.heapUsed)} -> ${megabytes(after.heapUsed)} MB, rss ${megabytes(before.rss)} -> ${megabytes(after.rss)} MB`)
    return { health, pages: figures, before, after, users: USERS }
  } finally {
    await web.stop()
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
