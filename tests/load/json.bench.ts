import pg from 'pg'
import { demoLogins } from '@/src/demo/logins'
import { load, signIn, type Timing } from './pageLoad'
import { startWeb } from './pageServer'
import { amounts, onFilled } from './pages.bench'

/** What is asked: by `/api/v1`, and by Payload's own REST for the same rows, in as many calls as that takes. */
type Pair = { name: string; json: (n: number) => string; plain: Array<(n: number) => string> }
export type JsonFigures = { name: string; calls: number; json: Timing; plain: Timing }

const ROUNDS = 8
const EACH = 10

/** JSON for one's own front end beside plain Payload, asked in turns of one running portal over one database. */
export function jsonBench(say: (line: string) => void = () => {}): Promise<JsonFigures[]> {
  return onFilled(amounts, {}, say, async (url, folder) => {
    const web = await startWeb(url, folder)
    try {
      const login = demoLogins.find(({ email }) => email === 'client@demo.kabinet')
      if (!login) throw new Error('The demo has no client')
      const visitor = await signIn(web.url, 'users', login)
      const figures: JsonFigures[] = []
      for (const pair of await pairsOf(url)) {
        const times = { json: [] as Timing[], plain: [] as Timing[] }
        const ask = (address: (n: number) => string, from: number): Promise<Timing> =>
          load(visitor, (n) => address(n + from), { users: 1, requests: EACH })
        for (const address of [pair.json, ...pair.plain]) await ask(address, 0)
        for (let round = 1; round <= ROUNDS; round += 1) {
          times.json.push(await ask(pair.json, round * EACH))
          const parts: Timing[] = []
          for (const address of pair.plain) parts.push(await ask(address, round * EACH))
          times.plain.push(sumOf(parts))
        }
        figures.push({
          name: pair.name,
          calls: pair.plain.length,
          json: middle(times.json),
          plain: middle(times.plain),
        })
        say(pair.name)
      }
      return figures
    } finally {
      await web.stop()
    }
  })
}

async function pairsOf(url: string): Promise<Pair[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ id: string }>(
      `select id::text from orders where company_id = (select company_id from users where email = 'client@demo.kabinet') and external_id like 'bench-%' order by md5(number) limit 200`,
    )
    const order = (n: number): string => rows[n % rows.length]?.id ?? ''
    return [
      {
        name: 'A page of 25 orders',
        json: () => '/api/v1/orders',
        plain: [() => '/api/orders?limit=25&sort=-placedAt'],
      },
      {
        name: 'An order with its lines and documents',
        json: (n) => `/api/v1/orders/${order(n)}`,
        plain: [
          (n) => `/api/orders/${order(n)}`,
          (n) => `/api/order-lines?depth=0&where[order][equals]=${order(n)}`,
          (n) => `/api/documents?depth=0&where[order][equals]=${order(n)}`,
        ],
      },
      {
        name: 'A page of 24 goods (of Payload’s without prices, stock and facets)',
        json: () => '/api/v1/goods?sort=name',
        plain: [() => '/api/products?limit=24&sort=name'],
      },
    ]
  } finally {
    await client.end()
  }
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0
const middle = (times: readonly Timing[]): Timing => ({
  p50: median(times.map(({ p50 }) => p50)),
  p95: median(times.map(({ p95 }) => p95)),
  bytes: median(times.map(({ bytes }) => bytes)),
})
const sumOf = (times: readonly Timing[]): Timing => ({
  p50: times.reduce((sum, { p50 }) => sum + p50, 0),
  p95: times.reduce((sum, { p95 }) => sum + p95, 0),
  bytes: times.reduce((sum, { bytes }) => sum + bytes, 0),
})
