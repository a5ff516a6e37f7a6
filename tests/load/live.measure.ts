import http from 'node:http'
import pg from 'pg'
import { demoLogins } from '@/src/demo/logins'
import { signIn } from './pageLoad'
import { startWeb, type Memory } from './pageServer'

const STREAMS = 500
const EACH = 8
const ROUNDS = 5

export type LiveFigures = { streams: number; people: number; perStream: Memory; p50: number; p95: number }

type Stream = { next: () => Promise<number>; close: () => void }

/** Five hundred browsers on one web process: what each of them costs, and how soon they all hear of a notification. */
export async function measureLive(
  databaseUrl: string,
  folder: string,
  say: (line: string) => void = () => {},
  count = STREAMS,
): Promise<LiveFigures> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const web = await startWeb(databaseUrl, folder)
  const streams: Stream[] = []
  try {
    const people = await makePeople(client, Math.ceil(count / EACH))
    const cookies: string[] = []
    for (const { email, password } of people) cookies.push((await signIn(web.url, 'users', { email, password })).cookie)
    streams.push(await listen(web.url, cookies[0] ?? ''))
    const before = await web.memory()
    for (let n = 1; n < count; n += 1) streams.push(await listen(web.url, cookies[Math.floor(n / EACH)] ?? ''))
    const after = await web.memory()
    const times: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const waiting = Promise.all(streams.map(({ next }) => next()))
      const told = performance.now()
      await client.query(
        `select pg_notify('kabinet_live', json_build_object('user', 'users:' || id, 'kind', 'notification')::text) from unnest($1::uuid[]) id`,
        [people.map(({ id }) => id)],
      )
      times.push(...(await waiting).map((heard) => heard - told))
    }
    times.sort((a, b) => a - b)
    const each = (what: keyof Memory): number => Math.max(0, (after[what] - before[what]) / (count - 1))
    const at = (part: number): number => times[Math.floor((times.length - 1) * part)] ?? 0
    const figures = {
      streams: count,
      people: people.length,
      perStream: { rss: each('rss'), heapUsed: each('heapUsed') },
      p50: at(0.5),
      p95: at(0.95),
    }
    say(
      `live: ${count} streams, ${Math.round(figures.perStream.rss / 1024)} kB each, heard after ${figures.p50.toFixed(0)} / ${figures.p95.toFixed(0)} ms`,
    )
    return figures
  } finally {
    for (const { close } of streams) close()
    await web.stop()
    await client.end()
  }
}

/** People who sign in with the password of the demo's client. */
async function makePeople(
  client: pg.Client,
  count: number,
): Promise<Array<{ id: string; email: string; password: string }>> {
  const login = demoLogins.find(({ email }) => email === 'client@demo.kabinet')
  const { rows } = await client.query<{ id: string; email: string }>(
    `insert into users (name, email, kind, active, _verified, locale, salt, hash)
     select 'Читатель ' || n, 'reader' || n || '@demo.kabinet', 'client', true, true, 'ru', u.salt, u.hash
     from users u, generate_series(1, $1::int) n where u.email = 'client@demo.kabinet' returning id::text, email`,
    [count],
  )
  return rows.map((row) => ({ ...row, password: login?.password ?? '' }))
}

/** One open stream; `next` waits for the next notification and gives the moment at which it came. */
function listen(url: string, cookie: string): Promise<Stream> {
  return new Promise((resolve, reject) => {
    let heard = (_at: number): void => {}
    const request = http.get(
      `${url}/api/live`,
      { agent: false, headers: { cookie, 'sec-fetch-site': 'same-origin' } },
      (answer) => {
        if (answer.statusCode !== 200) return reject(new Error(`/api/live: ${answer.statusCode}`))
        answer.on('data', (chunk: Buffer) => {
          const text = chunk.toString()
          if (text.includes('hello'))
            resolve({ next: () => new Promise((told) => (heard = told)), close: () => request.destroy() })
          if (text.includes('event: notification')) heard(performance.now())
        })
        answer.on('error', () => {})
      },
    )
    request.on('error', reject)
  })
}
