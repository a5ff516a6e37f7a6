import type { FlattenedField, PayloadRequest } from 'payload'
import { validOperators } from 'payload/shared'
import { beforeAll, describe, expect, it } from 'vitest'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { isRefusedValue } from '@/src/lib/refusedValue'
import { query } from '@/src/mechanisms/database/query'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'
import type { Who } from './people'
import { ask, knock, q } from './surface'
import { makeWorld, type Slug, type World } from './world'

let world: World

beforeAll(async () => {
  const payload = await getTestPayload()
  await emptyDatabase()
  world = await makeWorld(payload)
  await query(payload, sql`update staff set hash = md5(name), salt = md5(name)`)
  await query(payload, sql`update users set hash = md5(name), salt = md5(name)`)
})

type Row = Record<string, unknown>
const people: readonly Who[] = [
  'client',
  'narrow',
  'partner',
  'employee',
  'manager',
  'head',
  'accountant',
  'editor',
  'admin',
]

const fieldsOf = (slug: string): FlattenedField[] =>
  world.payload.config.collections.find((each) => each.slug === slug)?.flattenedFields ?? []

/** Own fields of a collection, and those of each record that its rows lead to. */
function pathsOf(slug: string): string[] {
  return fieldsOf(slug).flatMap((field) => {
    const target = 'relationTo' in field && typeof field.relationTo === 'string' ? field.relationTo : null
    return [field.name, ...(target ? fieldsOf(target).map(({ name }) => `${field.name}.${name}`) : [])]
  })
}

/** What the person is shown at a path: nothing told at all, a value, or no such record there. */
function shown(row: Row, path: string): 'hidden' | 'shown' | 'none' {
  const [first = '', second] = path.split('.')
  const value = row[first]
  if (second === undefined) return first in row ? 'shown' : 'hidden'
  if (!(first in row)) return 'hidden'
  if (value === null || (Array.isArray(value) && value.length === 0)) return 'none'
  const records = Array.isArray(value) ? value : [value]
  return records.every((record) => typeof record === 'object' && record !== null && second in record)
    ? 'shown'
    : 'hidden'
}

const strictest = (rows: readonly Row[], path: string): boolean => rows.some((row) => shown(row, path) === 'hidden')

async function ids(
  req: PayloadRequest,
  slug: string,
  question: { where?: Row; sort?: string },
): Promise<string[] | 'refused'> {
  try {
    const { docs } = await world.payload.find({
      collection: slug as Slug,
      depth: 0,
      limit: 200,
      overrideAccess: false,
      req,
      ...(question as object),
    })
    return docs.map(({ id }) => String(id))
  } catch (error) {
    // A text asked of a number or a date is refused by the database itself.
    const status = isRefusedValue(error, { question: true }) ? 400 : ((error as { status?: number }).status ?? 500)
    expect(status, `${slug} ${JSON.stringify(question)}: ${String(error)}`).toBeLessThan(500)
    return 'refused'
  }
}

describe('[ROLE-01] [ROLE-02] a question tells no more than its answer', () => {
  it.each(people)(
    'as %s: no order by what is hidden, no filter finds rows by it, whatever record it stands in',
    async (who) => {
      const req = await world.as(who)
      let refused = 0
      for (const { slug } of world.payload.config.collections) {
        const seen = await world.payload
          .find({ collection: slug, depth: 1, limit: 200, overrideAccess: false, req: await world.as(who) })
          .catch(() => null)
        const rows = (seen?.docs ?? []) as unknown as Row[]
        if (rows.length === 0) continue
        for (const path of pathsOf(slug)) {
          if (!strictest(rows, path)) continue
          const sorted = await ids(req, slug, { sort: path })
          expect(sorted, `${who} ${slug} sort=${path}`).toBe('refused')
          refused += 1
          const open = new Set(rows.filter((row) => shown(row, path) === 'shown').map(({ id }) => String(id)))
          for (const operand of [
            { exists: true },
            { not_equals: '00000000-0000-4000-8000-000000000000' },
            { like: '' },
          ]) {
            const found = await ids(req, slug, { where: { [path]: operand } })
            if (found === 'refused') continue
            expect(
              found.filter((id) => !open.has(id)),
              `${who} ${slug} where ${path} ${JSON.stringify(operand)}`,
            ).toEqual([])
          }
        }
      }
      expect(refused, `${who} met nothing hidden: the test is blind`).toBeGreaterThan(5)
    },
  )

  it('over REST a sort, a filter, a list of joins and a filter in a filter are refused alike, with words', async () => {
    const asked: ReadonlyArray<readonly [Who, string]> = [
      ['client', 'memberships?sort=user.phone'],
      ['client', 'orders?sort=company.manager.hash'],
      ['manager', 'companies?sort=manager.hash'],
      ['admin', 'companies?sort=manager.hash'],
      ['admin', 'companies?sort=-manager__salt'],
      ['admin', 'staff?sort=hash'],
      ['admin', 'staff?sort=name,-salt'],
      ['manager', 'orders?sort=contract.number,a.b'],
      ['client', 'orders?sort=a.name,b.c.name'],
      ['client', 'orders?sort=nothing'],
      ['narrow', 'companies?sort=debt'],
      ['narrow', `companies?${q({ 'where[debt][greater_than]': '1' })}`],
      ['client', `orders?${q({ 'where[company.name][like]': 'own' })}`],
      ['client', `notifications?${q({ 'where[event.type][exists]': 'true' })}`],
      ['manager', `companies?${q({ 'where[manager.hash][like]': 'a' })}`],
      ['manager', `companies?${q({ 'where[branches][contains][name][like]': 'a' })}`],
      ['admin', `companies?${q({ 'where[manager][equals][hash][exists]': 'true' })}`],
    ]
    for (const [who, path] of asked) {
      const answer = await ask(world, who, `/api/${path}`, { headers: { 'accept-language': 'ru' } })
      expect(answer.status, `${who} ${path}: ${answer.text}`).toBe(400)
      expect(answer.text, `${who} ${path}`).toMatch(/query\.(refused|tooMuch)/)
    }
    expect(
      (await ask(world, 'client', '/api/orders?sort=nothing', { headers: { 'accept-language': 'ru' } })).text,
    ).toContain('По этому полю нельзя отбирать и сортировать')
  })

  it('what a person may see is still ordered and found by it', async () => {
    for (const [who, path] of [
      ['manager', 'companies?sort=manager.name'],
      ['manager', 'companies?sort=-name'],
      ['client', 'orders?sort=-placedAt,number'],
      ['admin', `orders?${q({ 'where[company.name][like]': 'own' })}`],
      ['client', 'companies?sort=debt'],
      ['manager', `memberships?${q({ 'where[title][like]': 'client' })}`],
      ['admin', 'memberships?sort=user.email'],
      ['admin', `payload-preferences?${q({ 'where[user.value][equals]': world.people.admin.id })}`],
    ] as const) {
      const answer = await ask(world, who, `/api/${path}`)
      expect(answer.status, `${who} ${path}: ${answer.text}`).toBe(200)
      expect((answer.json().docs as unknown[]).length, `${who} ${path}`).toBeGreaterThan(0)
    }
  })

  it('every kind of field answers every comparison with anything, or refuses it: none is a failure of the portal', async () => {
    const operands = ['', 'x', 'null']
    const browser = await world.browser('admin')
    const kinds = new Map<string, string>([['id', '/api/orders?where[id]']])
    for (const { slug, flattenedFields } of world.payload.config.collections) {
      for (const field of flattenedFields) {
        const parts = 'relationTo' in field ? ['', '.value', '.id'] : ['']
        for (const part of parts)
          if (!kinds.has(kindOf(field) + part))
            kinds.set(kindOf(field) + part, `/api/${slug}?where[${field.name}${part}]`)
      }
    }
    const failed: string[] = []
    for (const [kind, address] of kinds) {
      for (const operator of validOperators) {
        for (const operand of operands) {
          const { status } = await knock(new Headers(browser), {
            method: 'GET',
            path: `${address}[${operator}]=${operand}`,
            headers: {},
          })
          if (status >= 500) failed.push(`${status} ${kind}: ${address}[${operator}]=${operand}`)
        }
      }
    }
    expect(failed).toEqual([])
    expect(kinds.size).toBeGreaterThan(20)
  })
})

describe('[ROLE-01] [ROLE-05] a record made or changed by nothing', () => {
  it.each(['anonymous', 'client', 'admin'] as const)(
    'is asked of every collection, as %s: a call without a body is no failure of the portal',
    async (who) => {
      const failed: string[] = []
      const calls = [
        ...world.payload.config.collections.flatMap(({ slug }) => [
          `POST /api/${slug}`,
          `PATCH /api/${slug}`,
          `PATCH /api/${slug}/${world.rows.get(slug)?.[0]?.id ?? 'none'}`,
        ]),
        ...world.payload.config.globals.map(({ slug }) => `POST /api/globals/${slug}`),
      ]
      for (const call of calls) {
        const [method = '', path = ''] = call.split(' ')
        const { status } = await ask(world, who, path, { method })
        if (status >= 500) failed.push(`${call}: ${status}`)
      }
      expect(failed).toEqual([])
    },
  )
})

/** What makes Payload build its SQL otherwise. */
const kindOf = (field: FlattenedField): string => {
  const has = (name: string): unknown =>
    name in field ? (field as unknown as Record<string, unknown>)[name] : undefined
  return [
    field.type,
    has('hasMany'),
    has('localized'),
    Array.isArray(has('relationTo')),
    typeof has('virtual'),
    has('unique'),
  ].join(' ')
}
