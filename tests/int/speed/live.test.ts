import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload, PayloadRequest } from 'payload'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { liveEndpoint } from '@/endpoints/live/live.endpoint'
import { insertRow } from '@/src/mechanisms/database/insertRows'
import { query } from '@/src/mechanisms/database/query'
import { closeLive, liveSubscribers, publishLive } from '@/src/mechanisms/live/hub'
import { modulesOff } from '@/src/mechanisms/modules/switches'
import { builders, type Builders } from '@/tests/builders/builders'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'
import { statementsIn } from '@/tests/support/statements'

const PEOPLE = 63
const EACH = 8
const MOST = 500

type Stream = { person: string; reader: ReadableStreamDefaultReader<Uint8Array>; leave: () => void }

let payload: Payload
let build: Builders

async function open(person: string): Promise<Stream> {
  const gone = new AbortController()
  // What Payload's own request has besides is not read here.
  const req = Object.assign(await build.as('users', person), { signal: gone.signal }) as PayloadRequest
  Object.assign(req.user ?? {}, { _sid: `sid-${person}` })
  const response = await liveEndpoint.handler(req)
  const reader = response.body?.getReader()
  if (response.status !== 200 || !reader) throw new Error(`No stream: ${response.status}`)
  await reader.read() // the greeting
  return { person, reader, leave: () => gone.abort() }
}

const heard = async ({ reader }: Stream): Promise<string> => new TextDecoder().decode((await reader.read()).value)

describe('the live stream', () => {
  beforeAll(async () => {
    payload = await getTestPayload()
    build = builders(payload)
    await emptyDatabase()
  })

  afterAll(() => closeLive())

  it('tells five hundred open pages of sixty-three people, over one connection, with one look for each person', async () => {
    const people: string[] = []
    for (let n = 0; n < PEOPLE; n += 1) people.push(await build.user({ name: `Читатель ${n}` }))
    const streams: Stream[] = []
    for (const person of people) {
      await query(
        payload,
        sql`insert into users_sessions (_order, _parent_id, id, created_at, expires_at) values (1, ${person}, ${`sid-${person}`}, now(), now() + interval '1 hour')`,
      )
    }
    for (const person of people)
      for (let n = 0; n < EACH && streams.length < MOST; n += 1) streams.push(await open(person))
    expect(streams).toHaveLength(MOST)
    const [listening] = await query<{ count: number }>(
      payload,
      sql`select count(*)::int as count from pg_stat_activity where datname = current_database() and application_name = 'kabinet-listen'`,
    )
    expect(listening?.count).toBe(1)

    const event = await insertRow(payload, 'events', { type: 'order.confirmed', entity: 'orders', entityId: 'x' })
    const told = new Map<string, string>()
    for (const person of people)
      told.set(
        person,
        await insertRow(payload, 'notifications', {
          eventId: event,
          key: 'client',
          userId: person,
          title: `Для ${person}`,
          inFeed: true,
        }),
      )
    // Emptying the database counts as a change of the switches, which are remembered again two seconds later.
    await new Promise((resolve) => setTimeout(resolve, 2_100))
    await modulesOff(payload)
    // However long the machine takes, what is remembered does not grow old meanwhile.
    vi.useFakeTimers({ toFake: ['Date'], now: new Date() })
    let answers: string[] = []
    const statements = await statementsIn(async () => {
      const waiting = Promise.all(streams.map(heard))
      for (const [person, id] of told) await publishLive(payload, { user: `users:${person}`, kind: 'notification', id })
      answers = await waiting
    })
    vi.useRealTimers()
    for (const [n, { person }] of streams.entries()) {
      expect(answers[n]).toContain('"unread":1')
      expect(answers[n]).toContain(`Для ${person}`)
    }
    // For each person: whether the session is open, their rights, the message itself, how many are unread, and its words.
    expect(statements).toBe(PEOPLE * 5)

    for (const { leave } of streams) leave()
    expect(people.map((person) => liveSubscribers(`users:${person}`)).every((left) => left === 0)).toBe(true)
  })

  it('counts what is unread by an index of unread rows', async () => {
    const user = await build.user()
    const others = await build.user()
    await query(payload, sql`insert into events (type, entity, entity_id) values ('bench', 'orders', 'many')`)
    // Much that one person has read, and much that another has not.
    await query(
      payload,
      sql`insert into notifications (event_id, key, user_id, title, in_feed, read_at)
      select e.id, 'k' || n, case when n % 2 = 0 then ${user}::uuid else ${others}::uuid end, 'Старое', true, case when n % 2 = 0 then now() end
      from events e, generate_series(1, 6000) n where e.entity_id = 'many'`,
    )
    await query(payload, sql`analyze notifications`)
    const { accessOf } = await import('@/src/mechanisms/access/defineAccess')
    const { actorOf } = await import('@/src/mechanisms/access/actor')
    const actor = await actorOf(await build.as('users', user))
    const plan = await query<{ 'QUERY PLAN': string }>(
      payload,
      sql`explain select count(*) from notifications n where ${accessOf('notifications').sql(actor, 'read', 'n')} and coalesce(n.in_feed, true) and n.read_at is null`,
    )
    expect(plan.map((row) => row['QUERY PLAN']).join('\n')).toContain('notifications_unread_user_idx')
  })
})
