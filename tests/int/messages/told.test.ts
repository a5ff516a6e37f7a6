import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { settings } from '@/src/lib/settings'
import { query } from '@/src/mechanisms/database/query'
import type { EventType } from '@/src/mechanisms/events/defineEvents'
import { recordEvent } from '@/src/mechanisms/events/recordEvent'
import { mailbox } from '@/tests/int/people/letters'
import { builders, type Builders } from '@/tests/builders/builders'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'

let payload: Payload
let make: Builders
let box: ReturnType<typeof mailbox>
let company: string
let ids: Record<string, string>

/**
 * The cast of one client: who may see everything, one who may only look at the company, one who was shut out, one who is
 * off, one who wants no letters; beside them a stranger, the manager, another one, a head and an administrator.
 */
const CLIENT = ['director', 'quiet']

type Told = { feed: string[]; mail: string[]; link: string; title: string }

describe('who is told of what, by which way, and where it leads', () => {
  beforeAll(async () => {
    payload = await getTestPayload()
    make = builders(payload)
  })
  beforeEach(async () => {
    await emptyDatabase()
    box = mailbox(payload)
    const manager = await make.staff({ email: 'manager@example.com' })
    company = await make.company({ managerId: manager })
    const other = await make.company({ managerId: await make.staff({ email: 'rival@example.com' }) })
    ids = {
      manager,
      head: await make.staff({ role: 'head', email: 'head@example.com' }),
      admin: await make.staff({ role: 'admin', email: 'admin@example.com' }),
      director: await make.user({ companies: [company], email: 'director@example.com' }),
      looker: await make.user({ companies: [company], email: 'looker@example.com', capabilities: ['company.read'] }),
      shut: await make.user({ companies: [company], email: 'shut@example.com' }),
      off: await make.user({ companies: [company], email: 'off@example.com', active: false }),
      quiet: await make.user({ companies: [company], email: 'quiet@example.com', mailNotifications: false }),
      stranger: await make.user({ companies: [other], email: 'stranger@example.com' }),
    }
    await query(payload, sql`update memberships set active = false where user_id = ${ids.shut}`)
  })

  const sum = {
    sum: { amount: 1_250_00, currency: 'USD' },
    limit: { amount: 1_250_00, currency: 'USD' },
    was: { amount: 1_000_00, currency: 'USD' },
  }
  const everybody = { client: CLIENT, letters: ['director'] }

  it.each<[EventType, string | null, object, Record<string, Told>]>([
    [
      'order.submitted',
      'director',
      { lines: 2, companyName: 'Ромашка' },
      {
        client: { feed: CLIENT, mail: everybody.letters, link: '/orders/%D0%9A-1', title: 'Заказ К-1 отправлен' },
        manager: {
          feed: ['manager'],
          mail: ['manager'],
          link: '/admin/workplace/orders?view=all&order=%D0%9A-1',
          title: 'Новый заказ К-1 на 1 250,00 $',
        },
      },
    ],
    [
      'order.confirmed',
      null,
      {},
      { client: { feed: CLIENT, mail: everybody.letters, link: '/orders/%D0%9A-1', title: 'Заказ К-1 подтверждён' } },
    ],
    // Nobody is told of what they did themselves; the manager hears what the client has done, and only that.
    [
      'order.cancelled',
      'director',
      {},
      {
        client: { feed: ['quiet'], mail: [], link: '/orders/%D0%9A-1', title: 'Заказ К-1 отменён' },
        manager: {
          feed: ['manager'],
          mail: ['manager'],
          link: '/admin/workplace/orders?view=all&order=%D0%9A-1',
          title: 'Клиент отменил заказ К-1',
        },
      },
    ],
    [
      'order.cancelled',
      'head',
      {},
      { client: { feed: CLIENT, mail: everybody.letters, link: '/orders/%D0%9A-1', title: 'Заказ К-1 отменён' } },
    ],
    [
      'order.partShipped',
      null,
      { part: true },
      { client: { feed: CLIENT, mail: [], link: '/orders/%D0%9A-1', title: 'По заказу К-1 отгружена часть' } },
    ],
    ['order.partShipped', null, { part: false }, {}],
    ['order.changed', null, { what: 'other' }, {}],
    [
      'order.changed',
      null,
      { what: 'sum' },
      { client: { feed: CLIENT, mail: everybody.letters, link: '/orders/%D0%9A-1', title: 'Заказ К-1 изменён' } },
    ],
    [
      'payment.received',
      null,
      {},
      {
        client: { feed: CLIENT, mail: everybody.letters, link: '/statement', title: 'Получили оплату: 1 250,00 $' },
        manager: {
          feed: ['manager'],
          mail: [],
          link: '/admin/workplace/clients?client=COMPANY',
          title: 'Клиент заплатил 1 250,00 $',
        },
      },
    ],
    [
      'limit.changed',
      null,
      {},
      {
        client: {
          feed: CLIENT,
          mail: everybody.letters,
          link: '/statement',
          title: 'Кредитный лимит теперь 1 250,00 $',
        },
      },
    ],
    [
      'debt.overdue',
      null,
      {},
      { client: { feed: CLIENT, mail: everybody.letters, link: '/statement', title: 'Просрочено 1 250,00 $' } },
    ],
  ])('%s by %s, %j', async (type, author, data, expected) => {
    const collection = author && ['head', 'manager', 'admin'].includes(author) ? 'staff' : 'users'
    const req = author ? await make.as(collection, ids[author] ?? '') : await make.as('staff', ids.admin ?? '')
    await recordEvent(req, {
      type,
      entity: type.startsWith('order') ? 'orders' : 'accounts',
      entityId: company,
      company,
      // Each row of the table gives what its event holds, and what others hold beside it.
      data: { number: 'К-1', ...sum, ...data } as never,
    })
    const letters = await box.deliver()
    const rows = await query<{
      key: string
      person: string
      title: string
      link: string
      inFeed: boolean
      company: string
    }>(
      payload,
      sql`select n.key, coalesce(u.email, s.email) as person, n.title, n.link, n.in_feed as "inFeed", n.company_id::text as company
          from notifications n left join users u on u.id = n.user_id left join staff s on s.id = n.staff_id order by 2`,
    )
    const found: Record<string, Told> = {}
    for (const { key, person, title, link } of rows) {
      const name = person.split('@')[0] ?? ''
      const told = (found[key] ??= {
        feed: [],
        mail: [],
        link: link.replace(company, 'COMPANY'),
        title: title.replace(/\s/g, ' '),
      })
      told.feed.push(name)
      const letter = letters.find(({ to, subject }) => to === person && subject === title)
      if (!letter) continue
      told.mail.push(name)
      expect(letter.text).toContain(new URL(link, settings().PUBLIC_URL).href)
    }
    expect(found).toEqual(expected)
    expect(letters).toHaveLength(Object.values(expected).flatMap(({ mail }) => mail).length)
    expect(rows.every((row) => row.inFeed && row.company === company)).toBe(true)
  })
})
