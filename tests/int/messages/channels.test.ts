import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { query } from '@/src/mechanisms/database/query'
import { defineEvents } from '@/src/mechanisms/events/defineEvents'
import { recordEvent } from '@/src/mechanisms/events/recordEvent'
import { enqueue } from '@/src/mechanisms/jobs/enqueue'
import { channelJob } from '@/src/mechanisms/notifications/channelJob'
import { defineAudience } from '@/src/mechanisms/notifications/defineAudience'
import { defineChannel, type Message } from '@/src/mechanisms/notifications/defineChannel'
import { defineNotification } from '@/src/mechanisms/notifications/defineNotification'
import type { Recipient } from '@/src/mechanisms/notifications/recipient'
import { mailbox } from '@/tests/int/people/letters'
import { builders, type Builders } from '@/tests/builders/builders'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'
import { drainJobs } from '@/tests/support/jobs'

defineEvents({ 'test.happened': { label: { ru: 'Случилось', en: 'It happened' } } })

declare module '@/src/mechanisms/events/defineEvents' {
  interface EventTypes {
    'test.happened': { number: string; branch: string }
  }
}
declare module '@/src/mechanisms/notifications/defineChannel' {
  interface Channels {
    'test.sms': true
  }
}

let payload: Payload
let make: Builders
let company: string
let ids: Record<'anna' | 'boris' | 'stranger', string>
const sent: { to: string; title: string; link: string | null; button: string }[] = []
const silent = new Set<string>()
let broken = 0

/** A third channel, as its one file would declare it. */
defineChannel({
  key: 'test.sms',
  label: { ru: 'СМС', en: 'SMS' },
  job: channelJob('test.sms', { name: 'test.sms', label: { ru: 'СМС', en: 'SMS' }, lane: 'default' }),
  wanted: async (_runner, { id }) => !silent.has(id),
  deliver: async (_req, { title, link, button }: Message, { email }: Recipient) => {
    if (broken > 0) {
      broken -= 1
      throw new Error('The gateway is down')
    }
    sent.push({ to: email, title, link, button })
  },
})

/** Another audience: people of the company whose names begin alike. */
const namedLike = defineAudience<{ prefix: string }>({
  key: 'test.namedLike',
  resolve: (runner, { company }, { prefix }) =>
    query<Recipient>(
      runner,
      sql`select 'users' as collection, u.id::text as id, u.name, u.email, u.locale::text as locale from users u
          join memberships m on m.user_id = u.id and m.company_id = ${company} where starts_with(u.name, ${prefix})`,
    ),
})

const tell = async (): Promise<void> => {
  await recordEvent(await make.as('staff', await make.staff()), {
    type: 'test.happened',
    entity: 'orders',
    entityId: company,
    company,
    data: { number: 'К-1', branch: 'Казань' },
  })
}
const kept = () =>
  query<{ person: string; inFeed: boolean; mailed: boolean }>(
    payload,
    sql`select u.email as person, n.in_feed as "inFeed", n.mailed_at is not null as mailed
        from notifications n join users u on u.id = n.user_id where n.key = 'test.sms' order by 1`,
  )

describe('a channel and an audience that come later', () => {
  beforeAll(async () => {
    payload = await getTestPayload()
    make = builders(payload)
    defineNotification({
      event: 'test.happened',
      key: 'test.sms',
      to: namedLike({ prefix: 'А' }),
      channels: ['test.sms'],
      title: { ru: 'Заказ {number}: {branch}', en: 'Order {number}: {branch}' },
      link: ({ data }) => `/orders/${data.number}`,
    })
  })
  beforeEach(async () => {
    await emptyDatabase()
    mailbox(payload)
    sent.length = 0
    silent.clear()
    broken = 0
    company = await make.company()
    ids = {
      anna: await make.user({ companies: [company], email: 'anna@example.com', name: 'Анна', locale: 'en' }),
      boris: await make.user({ companies: [company], email: 'boris@example.com', name: 'Борис' }),
      stranger: await make.user({ companies: [await make.company()], email: 'alla@example.com', name: 'Алла' }),
    }
  })

  it('reaches whom the audience names, in their language, once, and stands in no feed of another channel', async () => {
    await tell()
    await drainJobs(payload)
    await drainJobs(payload)
    expect(sent).toEqual([
      { to: 'anna@example.com', title: 'Order К-1: Казань', link: '/orders/К-1', button: 'Open in the portal' },
    ])
    expect(await kept()).toEqual([{ person: 'anna@example.com', inFeed: false, mailed: false }])
  })

  it('asks the person’s own switch when it leaves, and nobody who has left the company meanwhile', async () => {
    await tell()
    await drainJobs(payload, ['mail'])
    silent.add(ids.anna)
    await drainJobs(payload)
    expect(sent).toEqual([])
    silent.clear()
    await tell()
    await query(payload, sql`update memberships set active = false where user_id = ${ids.anna}`)
    await drainJobs(payload)
    expect(sent).toEqual([])
  })

  it('is tried again after a failure, and not after a success', async () => {
    broken = 1
    await tell()
    await drainJobs(payload)
    expect(sent).toHaveLength(1)
    const [row] = await query<{ id: string }>(payload, sql`select id::text from notifications where key = 'test.sms'`)
    await enqueue(payload, 'test.sms', { notification: row?.id ?? '' })
    await drainJobs(payload)
    expect(sent).toHaveLength(1)
  })
})
