import { spawnSync } from 'node:child_process'
import path from 'node:path'
import pg from 'pg'
import { demoLogins } from '@/src/demo/logins'
import { root } from '../../scripts/lib/paths.mjs'
import { load, signIn, type Timing, type Visitor } from './pageLoad'
import { startProbed, startWeb, type WebServer } from './pageServer'
import { BARE } from './yardstick/bare'

export type Yard = { /** alone, ms */ alone: Timing; together: Timing; /** of the process, ms a visit */ cpu: number }
export type YardstickFigures = {
  rows: keyof typeof BARE
  /** The statement alone, by a client on the same machine, ms. */
  sql: number
  bare: Yard
  plain: Yard
  own: Yard
}

const ALONE = 40
const TOGETHER = 80
const USERS = 8
const FOLDER = path.join(root, 'tests/load/yardstick')

/** The same rows by hand-written SQL, on a bare page of Next, on a page of plain Payload, and on the portal's own page. */
export async function measureYardsticks(
  databaseUrl: string,
  folder: string,
  say: (line: string) => void = () => {},
): Promise<YardstickFigures[]> {
  const next = path.join(root, 'node_modules/next/dist/bin/next')
  const built = spawnSync(process.execPath, [next, 'build'], {
    cwd: FOLDER,
    encoding: 'utf8',
    env: buildEnv(databaseUrl),
  })
  if (built.status !== 0) throw new Error(`The yardstick could not be built:\n${built.stdout}\n${built.stderr}`)
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const web = await startWeb(databaseUrl, folder)
  const yard = await startProbed([next, 'start'], { cwd: FOLDER, folder, databaseUrl, ready: '/bare/orders' })
  try {
    const login = demoLogins.find(({ email }) => email === 'client@demo.kabinet')
    if (!login) throw new Error('The demo has no client')
    const own = await signIn(web.url, 'users', login)
    // One secret and one table of sessions: plain Payload knows whom the portal has signed in.
    const plain = { url: yard.url, cookie: own.cookie.replace(/[\w.-]+-token=/, 'payload-token=') }
    const addresses = await addressesOf(client)
    const figures: YardstickFigures[] = []
    for (const { rows, key, address } of addresses) {
      const at = (place: string): string => `/${place}/${rows}${key === null ? '' : `?key=${encodeURIComponent(key)}`}`
      const seen = {
        rows,
        sql: await statementAlone(client, rows, key),
        bare: await measure(yard, plain, at('bare')),
        plain: await measure(yard, plain, at('plain')),
        own: await measure(web, own, address),
      }
      figures.push(seen)
      say(
        `${rows}: sql ${seen.sql.toFixed(1)}  bare ${told(seen.bare)}  plain Payload ${told(seen.plain)}  own ${told(seen.own)}`,
      )
    }
    return figures
  } finally {
    await Promise.all([web.stop(), yard.stop()])
    await client.end()
  }
}

const told = ({ alone, cpu }: Yard): string => `${alone.p50.toFixed(1)} ms, cpu ${cpu.toFixed(1)}, ${alone.bytes} B`

const buildEnv = (databaseUrl: string): NodeJS.ProcessEnv => ({
  ...process.env,
  NODE_ENV: 'production',
  NODE_OPTIONS: '',
  DATABASE_URL: databaseUrl,
  PAYLOAD_SECRET: 'only-for-building',
  NEXT_TELEMETRY_DISABLED: '1',
})

async function addressesOf(
  client: pg.Client,
): Promise<Array<{ rows: keyof typeof BARE; key: string | null; address: string }>> {
  const one = async (text: string): Promise<Record<string, string>> =>
    (await client.query<Record<string, string>>(text)).rows[0] ?? {}
  const { number = '' } = await one(
    `select number from orders where company_id = (select company_id from users where email = 'client@demo.kabinet') and external_id like 'bench-%' order by md5(number) limit 1`,
  )
  const group = await one(
    `select g.id::text, g.slug from groups g join (select group_id, count(*) from product_facts group by 1 order by 2 desc limit 1) f on f.group_id = g.id`,
  )
  return [
    { rows: 'orders', key: null, address: '/orders' },
    { rows: 'order', key: number, address: `/orders/${encodeURIComponent(number)}` },
    { rows: 'goods', key: group.id ?? '', address: `/catalogue/${group.slug ?? ''}` },
  ]
}

async function statementAlone(client: pg.Client, rows: keyof typeof BARE, key: string | null): Promise<number> {
  const times: number[] = []
  for (let n = 0; n < ALONE; n += 1) {
    const began = performance.now()
    await client.query(BARE[rows], key === null ? [] : [key])
    times.push(performance.now() - began)
  }
  return times.sort((a, b) => a - b)[ALONE / 2] ?? 0
}

async function measure(server: WebServer, visitor: Visitor, address: string): Promise<Yard> {
  for (let n = 0; n < 10; n += 1) await load(visitor, () => address, { users: 1, requests: 2 })
  const before = await server.cpu()
  const alone = await load(visitor, () => address, { users: 1, requests: ALONE })
  const together = await load(visitor, () => address, { users: USERS, requests: TOGETHER })
  return { alone, together, cpu: ((await server.cpu()) - before) / (ALONE + TOGETHER) }
}
