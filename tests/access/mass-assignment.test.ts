import { beforeAll, describe, expect, it } from 'vitest'
import { sql } from '@payloadcms/db-postgres/drizzle'
import type { FlattenedField } from 'payload'
import { query } from '@/src/mechanisms/database/query'
import { tableOf } from '@/src/mechanisms/database/tableOf'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'
import type { Who } from './people'
import { writable } from './writable'
import { makeWorld, type Slug, type World, type WorldRow } from './world'

let world: World

beforeAll(async () => {
  const payload = await getTestPayload()
  await emptyDatabase()
  world = await makeWorld(payload)
})

/** Collections whose fields anybody who may change goods may change; nothing in them decides access or money owed. */
const GOODS = [
  'groups',
  'brands',
  'products',
  'skus',
  'warehouses',
  'branches',
  'sites',
  'media',
  'forms',
  'payload-preferences',
]

describe('fields that somebody sends though they are not theirs to write', () => {
  it.each(Object.keys(writable) as Who[])('stay as they are: %s sends every field of everything', async (who) => {
    const surprises: string[] = []
    let sent = 0
    for (const { slug, flattenedFields } of world.payload.config.collections) {
      if (GOODS.includes(slug) || slug === 'payload-migrations') continue
      const allowed = writable[who]?.[slug] ?? []
      for (const row of (world.rows.get(slug) ?? []).filter((candidate) => isNear(candidate, who)).slice(0, 2)) {
        for (const field of flattenedFields) {
          for (const value of valuesFor(field, row)) {
            const changed = await changedColumns(slug, row.id, who, { [field.name]: value })
            sent += 1
            surprises.push(
              ...changed
                .filter((column) => !allowed.includes(column))
                .map((column) => `${who} changes ${slug}.${column} by sending ${field.name}`),
            )
          }
        }
      }
    }
    expect([...new Set(surprises)]).toEqual([])
    expect(sent).toBeGreaterThan(200)
  })

  it('[ROLE-03] a manager neither takes a client nor gives one away, nor moves a row to a foreign company', async () => {
    const own = world.companies.own
    expect(await changedColumns('companies', own, 'manager', { manager: world.people.stranger.id })).toEqual([])
    for (const slug of ['contacts', 'contractors']) {
      const row = world.rows.get(slug)?.find(({ company }) => company === 'own')
      expect(
        await changedColumns(slug, String(row?.id), 'manager', { company: world.companies.foreign }),
        slug,
      ).toEqual([])
      expect(
        await changedColumns(slug, String(row?.id), 'manager', { company: world.companies.partner }),
        slug,
      ).toEqual(['company_id'])
    }
    const membership = world.rows.get('memberships')?.find(({ company }) => company === 'own')
    expect(
      await changedColumns('memberships', String(membership?.id), 'manager', {
        company: world.companies.partner,
        user: world.people.foreignClient.id,
      }),
    ).toEqual([])
  })

  it('[ROLE-04] a head distributes clients among their own people only', async () => {
    const own = world.companies.own
    expect(await changedColumns('companies', own, 'head', { manager: world.people.colleague.id })).toEqual([
      'manager_id',
    ])
    expect(await changedColumns('companies', own, 'head', { manager: world.people.stranger.id })).toEqual([])
  })

  it('a new row takes none of them either: a registered role, a foreign manager, a sum', async () => {
    const created = await world.payload.create({
      collection: 'companies',
      overrideAccess: false,
      req: await world.as('manager'),
      depth: 0,
      data: {
        name: 'Новая',
        status: 'active',
        currency: 'RUB',
        manager: world.people.stranger.id,
        debt: 5,
        creditLimit: 5,
        balance: 5,
      },
    })
    const [row] = await query<Record<string, unknown>>(
      world.payload,
      sql`select manager_id::text as manager, debt::int, credit_limit::int as limit, balance::int from companies where id = ${created.id}`,
    )
    expect(row).toEqual({ manager: world.people.manager.id, debt: 0, limit: 0, balance: 0 })
  })

  it('[ROLE-04] an administrator writes neither an order’s sums and state nor a balance', async () => {
    const row = (slug: Slug): string => String(world.rows.get(slug)?.[0]?.id)
    const sums = {
      total: 1,
      vat: 1,
      paid: 1,
      currency: 'USD',
      status: 'closed',
      number: 'X-1',
      erpNumber: 'X-1',
      lineCount: 9,
    }
    expect(await changedColumns('orders', row('orders'), 'admin', sums)).toEqual([])
    expect(await changedColumns('orders', row('orders'), 'admin', { deliveryAddress: 'Тверь' })).toEqual([
      'delivery_address',
    ])
    expect(
      await changedColumns('accounts', row('accounts'), 'admin', {
        balance: 1,
        currency: 'USD',
        balanceAt: '2020-01-01T00:00:00Z',
      }),
    ).toEqual([])
    expect(await changedColumns('accounts', row('accounts'), 'admin', { number: '№ 2' })).toEqual(['number'])
  })

  it('[ROLE-03] a manager sets nobody a password', async () => {
    const id = world.people.client.id
    const attempt = world.payload.update({
      collection: 'users',
      id,
      overrideAccess: false,
      req: await world.as('manager'),
      data: { password: 'taken-over-by-me' } as never,
    })
    await expect(attempt).rejects.toMatchObject({ status: 403 })
  })
})

/** Rows the actor may touch at all, and those nearest to it: its own and its companies'. */
const isNear = ({ company, person }: WorldRow, who: Who): boolean =>
  person === who || company === 'own' || (company === undefined && person === undefined)

/** Something else than what is there, of the right kind. */
function valuesFor(field: FlattenedField, row: WorldRow): unknown[] {
  switch (field.type) {
    case 'number':
      return [777]
    case 'checkbox':
      return [true, false]
    case 'date':
      return ['2031-01-01T00:00:00.000Z']
    case 'email':
      return ['taken@over.example']
    case 'select':
      return field.hasMany ? [] : field.options.map((option) => (typeof option === 'string' ? option : option.value))
    case 'relationship':
    case 'upload': {
      if (typeof field.relationTo !== 'string' || field.hasMany) return []
      const others = (world.rows.get(field.relationTo) ?? []).filter(
        ({ id, company }) => id !== row.id && company !== row.company,
      )
      return others.slice(0, 2).map(({ id }) => id)
    }
    case 'json':
      return [{ changed: true }]
    case 'text':
    case 'textarea':
      return field.type === 'text' && field.hasMany ? [] : ['changed']
    default:
      return []
  }
}

/** Columns that differ after the actor sent the data; everything is thrown away again. */
async function changedColumns(slug: string, id: string, who: Who, data: Record<string, unknown>): Promise<string[]> {
  const req = await world.as(who)
  const transaction = await world.payload.db.beginTransaction()
  req.transactionID = transaction ?? undefined
  const read = async (): Promise<Record<string, unknown>> => {
    const [row] = await query<{ row: Record<string, unknown> }>(
      req,
      sql`select to_jsonb(it) as row from ${sql.raw(`"${tableOf(slug)}"`)} it where id::text = ${id}`,
    )
    return row?.row ?? {}
  }
  try {
    const before = await read()
    try {
      await world.payload.update({
        collection: slug as Slug,
        id,
        data: data as never,
        overrideAccess: false,
        depth: 0,
        req,
      }) // whatever a stranger sends
    } catch {
      return []
    }
    const after = await read()
    return Object.keys(after).filter(
      (column) => column !== 'updated_at' && JSON.stringify(after[column]) !== JSON.stringify(before[column]),
    )
  } finally {
    if (transaction) await world.payload.db.rollbackTransaction(transaction)
  }
}
