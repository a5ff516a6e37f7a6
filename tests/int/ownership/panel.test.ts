import config from '@payload-config'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { createLocalReq, type CollectionSlug, type Payload, type PayloadRequest } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { isAppError } from '@/src/lib/errors'
import { insertRow } from '@/src/mechanisms/database/insertRows'
import { query } from '@/src/mechanisms/database/query'
import { tableOf } from '@/src/mechanisms/database/tableOf'
import { isOwned } from '@/src/mechanisms/ownership/ownedFields'
import { builders, type Builders } from '@/tests/builders/builders'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'

/** Every collection whose records belong to companies. */
const portal = await config
const owned: string[] = portal.collections.map(({ slug }) => slug).filter((slug) => isOwned(portal, slug))

let payload: Payload
let req: PayloadRequest
let make: Builders
let person: string

beforeAll(async () => {
  payload = await getTestPayload()
  await emptyDatabase()
  req = await createLocalReq({}, payload)
  make = builders(payload)
  person = await make.user()
})

const add = (table: string, row: Record<string, unknown>): Promise<string> => insertRow(payload, table, row)

const event = (companyId: string) => ({
  type: 'order.shipped',
  entity: 'orders',
  entityId: person,
  companyId,
  internal: false,
  data: {},
})

type Built = { build: (companyId: string) => Promise<string>; follows?: true }
/** Records that need more than a company and values of any kind. `follows` is part of another one, and is not given away alone. */
const RECORDS: Record<string, Built> = {
  accounts: { build: (companyId) => make.account({ companyId }) },
  carts: { build: (companyId) => add('carts', { companyId, userId: person }) },
  comments: {
    build: (companyId) =>
      add('comments', {
        entity: 'orders',
        entityId: person,
        companyId,
        body: 'Привет',
        internal: false,
        userId: person,
        authorName: 'Анна',
      }),
  },
  contacts: { build: (companyId) => make.contact({ companyId }) },
  interactions: { build: (companyId) => make.interaction({ companyId }) },
  contractors: { build: (companyId) => make.contractor({ companyId }) },
  contracts: { build: (companyId) => make.contract({ companyId }) },
  'document-files': { build: (companyId) => make.documentFile({ companyId }) },
  'document-requests': {
    build: (companyId) =>
      add('document_requests', { kind: 'copy', companyId, authorId: person, status: 'waiting', attempts: 0 }),
  },
  documents: { build: (companyId) => make.document({ companyId }) },
  events: { build: (companyId) => add('events', event(companyId)) },
  'form-submissions': {
    build: async (companyId) =>
      add('form_submissions', {
        companyId,
        title: 'Заявка',
        formId: await add('forms', { title: 'Форма', slug: `form-${companyId.slice(0, 8)}` }),
      }),
  },
  'access-keys': {
    build: (companyId) =>
      add('access_keys', { companyId, userId: person, name: 'Ключ', hint: 'kbp_abcdef', hash: companyId }),
  },
  'list-views': { build: (companyId) => add('list_views', { companyId, userId: person, name: 'Вид', list: 'orders' }) },
  memberships: {
    build: async (companyId) =>
      add('memberships', {
        companyId,
        userId: await make.user(),
        portalRoleId: await make.portalRole(['orders.read']),
        active: true,
      }),
  },
  notifications: {
    build: async (companyId) =>
      add('notifications', {
        companyId,
        userId: person,
        key: 'test',
        title: 'Отгружен',
        eventId: await add('events', event(companyId)),
      }),
    follows: true,
  },
  'order-lines': {
    build: async (companyId) => make.orderLine({ companyId, orderId: await make.order({ companyId }) }),
    follows: true,
  },
  orders: { build: (companyId) => make.order({ companyId, comment: 'позвоните Анне' }) },
  'schedule-lines': {
    build: async (companyId) => make.scheduleLine({ companyId, contractId: await make.contract({ companyId }) }),
    follows: true,
  },
}

/** What a column that may not be empty takes, by its type. */
const ANY: Record<string, unknown> = {
  ...{ 'character varying': 'x', text: 'x', numeric: 1, integer: 1, boolean: false, jsonb: {} },
  'timestamp with time zone': new Date(),
}

/** A record of a collection that has none above: its company, and something in each column that the database wants filled. */
async function buildPlain(slug: string, companyId: string): Promise<string> {
  const table = tableOf(slug)
  const wanted = await query<{ name: string; type: string }>(
    payload,
    sql`select column_name as name, data_type as type from information_schema.columns
        where table_schema = current_schema() and table_name = ${table} and is_nullable = 'NO' and column_default is null`,
  )
  const others = wanted.filter(({ name }) => name !== 'company_id')
  return add(table, { ...Object.fromEntries(others.map(({ name, type }) => [name, ANY[type]])), companyId })
}

const plain = (slug: string): Built => ({ build: (companyId) => buildPlain(slug, companyId) })

const ownerOf = async (slug: string, id: string): Promise<string | null | undefined> =>
  (
    await query<{ company: string | null }>(
      payload,
      sql`select company_id::text as company from ${sql.identifier(tableOf(slug))} where id = ${id}`,
    )
  )[0]?.company
const movesOf = async (id: string): Promise<number> =>
  (await query(payload, sql`select 1 from audit where action = 'owner.move' and entity_id = ${id}`)).length
const change = (slug: string, id: string, data: Record<string, unknown>, by: PayloadRequest = req): Promise<unknown> =>
  payload.update({ collection: slug as CollectionSlug, id, data, depth: 0, req: by, overrideAccess: by === req })
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (isAppError(error) ? `${error.status} ${error.code}` : String(error)),
  )

describe('the company of a record, changed through Payload', () => {
  it('is known of no other collections', () => {
    expect(Object.keys(RECORDS).filter((slug) => !owned.includes(slug))).toEqual([])
  })

  it.each(owned.map((slug): [string, Built] => [slug, RECORDS[slug] ?? plain(slug)]))(
    '%s: goes over whole or not at all',
    async (slug, { build, follows }: Built) => {
      const [former, next] = [await make.company(), await make.company()]
      const id = await build(former)
      expect(await codeOf(change(slug, id, { company: next }))).toBe(follows ? '409 owner.follows' : 'done')
      expect(await ownerOf(slug, id)).toBe(follows ? former : next)
      expect(await movesOf(id)).toBe(follows ? 0 : 1)
      expect(await codeOf(change(slug, id, { company: null }))).not.toBe('done')
      expect(await ownerOf(slug, id)).toBe(follows ? former : next)
    },
  )

  it('takes along what hangs under the record, and leaves the former client’s words behind', async () => {
    const [former, next] = [await make.company(), await make.company()]
    const file = await make.documentFile({ companyId: former })
    const contractor = await make.contractor({ companyId: former })
    const order = await make.order({
      companyId: former,
      comment: 'позвоните Анне',
      deliveryAddress: 'Тула',
      contractorId: contractor,
    })
    const line = await make.orderLine({ orderId: order, companyId: former })
    const document = await make.document({ companyId: former, orderId: order, fileId: file })
    await change('orders', order, { company: next, deliveryAddress: 'Орёл' })
    for (const [slug, id] of [
      ['orders', order],
      ['order-lines', line],
      ['documents', document],
      ['document-files', file],
    ] as const)
      expect([slug, await ownerOf(slug, id)]).toEqual([slug, next])
    expect(
      await query(payload, sql`select comment, contractor_id, delivery_address from orders where id = ${order}`),
    ).toEqual([{ comment: null, contractor_id: null, delivery_address: 'Орёл' }])
  })

  it('is one transaction: what fails later leaves everything with the former client', async () => {
    const [former, next] = [await make.company(), await make.company()]
    const contract = await make.contract({ companyId: former })
    const line = await make.scheduleLine({ contractId: contract, companyId: former })
    expect(
      await codeOf(
        change('contracts', contract, { company: next, file: await make.documentFile({ companyId: former }) }),
      ),
    ).toBe('409 owner.other')
    expect([
      await ownerOf('contracts', contract),
      await ownerOf('schedule-lines', line),
      await movesOf(contract),
    ]).toEqual([former, former, 0])
  })

  it('a file that a document names goes with the document alone', async () => {
    const [former, next] = [await make.company(), await make.company()]
    const file = await make.documentFile({ companyId: former })
    await make.document({ companyId: former, fileId: file })
    expect(await codeOf(change('document-files', file, { company: next }))).toBe('409 owner.follows')
  })

  it('a manager gives a payer to another of their own clients; an order keeps its client in the panel', async () => {
    const manager = await make.staff()
    const [former, next] = [await make.company({ managerId: manager }), await make.company({ managerId: manager })]
    const payer = await make.contractor({ companyId: former })
    const order = await make.order({ companyId: former, contractorId: payer })
    const asked = await make.as('staff', manager)
    await change('contractors', payer, { company: next }, asked)
    expect([await ownerOf('contractors', payer), await movesOf(payer)]).toEqual([next, 1])
    expect(await query(payload, sql`select contractor_id from orders where id = ${order}`)).toEqual([
      { contractor_id: null },
    ])
    await change('orders', order, { company: next }, await make.as('staff', manager))
    expect(await ownerOf('orders', order)).toBe(former)
  })

  it('nothing is made to name what belongs to another client', async () => {
    const [one, other] = [await make.company(), await make.company()]
    expect(
      await codeOf(
        change('documents', await make.document({ companyId: one }), {
          file: await make.documentFile({ companyId: other }),
        }),
      ),
    ).toBe('409 owner.other')
    const account = await make.account({ companyId: one })
    expect(await codeOf(change('accounts', account, { contract: await make.contract({ companyId: other }) }))).toBe(
      '409 owner.other',
    )
    expect(await codeOf(change('accounts', account, { contract: await make.contract({ companyId: one }) }))).toBe(
      'done',
    )
  })
})
