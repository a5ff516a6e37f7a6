import { inspect } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { query } from '@/src/mechanisms/database/query'
import { hashToken } from '@/src/mechanisms/exchange/nodeSecrets'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'
import { dice, draw, NODE_TOKEN, type Drawn } from './draw'
import { actors, type Who } from './people'
import { addresses } from './routes'
import { knock } from './surface'
import { makeWorld, type World } from './world'

/** A draw of so many calls: small and the same in every run, so that a commit is judged by what it holds; as large and as new as one likes by `FUZZ=20000 FUZZ_SEED=…`. */
const CALLS = Number(process.env.FUZZ ?? 500)
const SEED = Number(process.env.FUZZ_SEED ?? 877_437)
/** A session that has been signed out, or a person who is gone, would leave the rest unasked. */
const RENEWED = 100

let world: World
/** what the portal last failed with: an answer of 500 does not say */
let failure: unknown

beforeAll(async () => {
  const payload = await getTestPayload()
  await emptyDatabase()
  world = await makeWorld(payload)
  payload.config.hooks.afterError?.push(({ error }) => void (failure = error))
  await query(payload, sql`update exchange_nodes set token_hash = ${hashToken(NODE_TOKEN)}`)
  await query(
    payload,
    sql`insert into exchange_nodes_entities ("order", parent_id, value) select place, n.id, area::enum_exchange_nodes_entities
    from exchange_nodes n, unnest(array['catalogue', 'orders', 'clients', 'contracts', 'money', 'documents']) with ordinality as areas(area, place)`,
  )
})

/** Those who can do something are asked to do more. */
const people: readonly Who[] = [
  ...actors,
  'admin',
  'admin',
  'admin',
  'editor',
  'manager',
  'manager',
  'head',
  'client',
  'client',
  'partner',
]

describe('calls that nobody means', () => {
  it(`are answered, every one, by everybody: ${CALLS} of seed ${SEED}`, async () => {
    const d = dice(SEED)
    const there = addresses(world)
    const broken: string[] = []
    const statuses = new Map<number, number>()
    let browsers = new Map<string, Headers>()
    for (let call = 0; call < CALLS; call += 1) {
      if (call % RENEWED === 0) await query(world.payload, sql`delete from throttles`)
      if (call % RENEWED === 0)
        browsers = new Map(await Promise.all(actors.map(async (who) => [who, await world.browser(who)] as const)))
      const drawn = draw(d, world, there, people)
      const answer = await knock(new Headers(browsers.get(drawn.who)), drawn)
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
      if (answer.status >= 500)
        broken.push(
          `${answer.status} ${told(drawn)} -> ${answer.text.slice(0, 200)} ${inspect(failure).slice(0, 2_000)}`,
        )
      else if (answer.text.startsWith('<') && !/docs$/.test(drawn.path.split('?')[0] ?? ''))
        broken.push(`a page instead of an answer: ${told(drawn)}`)
    }
    console.log(
      `fuzz: seed ${SEED}, ${CALLS} calls, ${[...statuses]
        .sort()
        .map(([status, count]) => `${status}: ${count}`)
        .join(', ')}`,
    )
    expect(broken, `repeat by FUZZ=${CALLS} FUZZ_SEED=${SEED}`).toEqual([])
    // Not everything may end at the door: something has to be read, and something refused further in.
    expect(statuses.get(200) ?? 0).toBeGreaterThan(CALLS / 100)
  })
})

function told({ who, method, path, headers, body }: Drawn): string {
  const sent =
    typeof body === 'string'
      ? body.slice(0, 300)
      : body
        ? JSON.stringify(
            [...body].map(([name, value]) => [
              name,
              typeof value === 'string' ? value.slice(0, 300) : `${value.name} ${value.type}`,
            ]),
          )
        : ''
  return `${who} ${method} ${path.slice(0, 400)} ${JSON.stringify(headers)} ${sent}`
}
