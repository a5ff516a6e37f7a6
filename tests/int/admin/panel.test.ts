import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { ru } from '@payloadcms/translations/languages/ru'
import { setOrderBranch } from '@/collections/sales/orders/order.actions'
import { addComment } from '@/collections/messages/comments/comment.actions'
import { orderByNumber } from '@/collections/sales/orders/order.page.queries'
import { talkOf } from '@/src/admin/workplace/talk.queries'
import { payloadWords } from '@/src/admin/words/payloadWords'
import { declaredEvents } from '@/src/mechanisms/events/defineEvents'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { insertRow } from '@/src/mechanisms/database/insertRows'
import { query } from '@/src/mechanisms/database/query'
import { declaredJobs } from '@/src/mechanisms/jobs/defineJob'
import { notificationsFor, type NotifiedEvent } from '@/src/mechanisms/notifications/defineNotification'
import { builders, type Builders } from '@/tests/builders/builders'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'

let payload: Payload
let make: Builders
let anna: string
let pavel: string
let mine: string

const event = (fields: Partial<NotifiedEvent>): NotifiedEvent => ({
  id: 'e',
  type: 'any',
  entity: 'orders',
  entityId: 'id-1',
  company: 'c-1',
  site: null,
  data: { number: 'К-1' },
  actor: { collection: 'users', id: 'u', name: '' },
  createdAt: '',
  ...fields,
})

type Pool = { query: (...args: unknown[]) => unknown }
// The Postgres adapter carries its pool; Payload's own type of an adapter does not say so.
const poolOf = (of: Payload): Pool => (of.db as unknown as { pool: Pool }).pool

describe('the panel', () => {
  beforeAll(async () => {
    payload = await getTestPayload()
    make = builders(payload)
  })
  beforeEach(async () => {
    await emptyDatabase()
    anna = await make.staff({ name: 'Анна' })
    pavel = await make.staff({ name: 'Павел' })
    mine = await make.company({ managerId: anna })
  })

  it('[MGR-02] gives an order to a branch, tells colleagues alone, and lets no foreign manager do it', async () => {
    const branch = await make.branch({ name: 'Казань' })
    const closed = await make.branch({ active: false })
    const order = await make.order({ companyId: mine, number: 'A-1' })
    const give = async (staff: string, to: string | null) =>
      runAction(setOrderBranch, { req: await make.as('staff', staff), input: { order, branch: to } })
    await expect(give(pavel, branch)).rejects.toMatchObject({ status: 404 })
    await expect(give(anna, closed)).rejects.toMatchObject({ code: 'company.wrongBranch', status: 422 })
    expect(await give(anna, branch)).toEqual({ branch: 'Казань' })
    const page = await orderByNumber(await make.context('staff', anna), 'A-1')
    expect(page).toMatchObject({ branch: 'Казань', branchId: branch })
    expect(page?.stream).toMatchObject([{ kind: 'event', type: 'order.branchSet', data: { branch: 'Казань' } }])
    const client = await make.user({ companies: [mine] })
    expect((await orderByNumber(await make.context('users', client, mine), 'A-1'))?.stream).toEqual([])
    expect(await give(anna, null)).toEqual({ branch: null })
  })

  it('[MGR-03] [MGR-05] the correspondence of a contract is read and answered in its record, by its own people alone', async () => {
    const contract = await make.contract({ companyId: mine, number: 'Д-1' })
    const file = await make.documentFile({ companyId: mine })
    const client = await make.user({ companies: [mine] })
    const write = async (who: 'users' | 'staff', id: string, body: string, rest = {}) =>
      runAction(addComment, {
        req: await make.as(who, id),
        input: { entity: 'contracts', id: contract, body, ...rest },
      })
    await write('users', client, 'Когда продлим?')
    await write('staff', anna, 'Готовим', { files: [file] })
    await write('staff', anna, 'Юрист в отпуске', { internal: true })
    const talk = await talkOf(await make.context('staff', anna), 'contracts', contract)
    expect(talk?.remarks.map(({ body, side, internal, files }) => [body, side, internal, files.length])).toEqual([
      ['Юрист в отпуске', 'company', true, 0],
      ['Готовим', 'company', false, 1],
      ['Когда продлим?', 'client', false, 0],
    ])
    expect(await talkOf(await make.context('staff', pavel), 'contracts', contract)).toBeNull()
  })

  it.each([
    ['order.submitted', event({}), '/admin/workplace/orders?view=all&order=%D0%9A-1'],
    ['order.cancelled', event({}), '/admin/workplace/orders?view=all&order=%D0%9A-1'],
    ['comment.added', event({}), '/admin/workplace/orders?view=all&order=%D0%9A-1'],
    ['comment.added', event({ entity: 'contracts' }), '/admin/collections/contracts/id-1'],
    ['company.assigned', event({ entity: 'companies' }), '/admin/workplace/clients?client=id-1'],
    ['payment.received', event({ entity: 'accounts' }), '/admin/workplace/clients?client=c-1'],
  ])('[MGR-02] a notification of %s leads an employee to where it is worked on', (type, happened, link) => {
    expect(
      notificationsFor(type)
        .find(({ key, when }) => key.startsWith('manager') && (when?.(happened) ?? true))
        ?.link?.(happened),
    ).toBe(link)
  })

  it('every list says what it is, is found by something people know, and shows no ids', () => {
    for (const { slug, admin } of payload.config.collections.filter((one) => !one.slug.startsWith('payload-'))) {
      expect([
        slug,
        typeof admin.description,
        (admin.defaultColumns?.length ?? 0) > 2,
        (admin.listSearchableFields?.length ?? 0) > 0,
      ]).toEqual([slug, 'object', true, true])
      expect([slug, admin.useAsTitle]).not.toEqual([slug, 'id'])
      expect([slug, admin.enableListViewSelectAPI, admin.hideAPIURL]).toEqual([slug, true, true])
    }
  })

  it('[ROLE-04] what the portal and 1C alone write has no button to create it, not even for an administrator', async () => {
    const req = await make.as('staff', await make.staff({ role: 'admin' }))
    for (const slug of [
      'orders',
      'order-lines',
      'comments',
      'accounts',
      'document-requests',
      'events',
      'audit',
      'exchange-runs',
      'notifications',
    ] as const) {
      expect([slug, await payload.collections[slug].config.access.create({ req })]).toEqual([slug, false])
    }
    expect(await payload.collections.companies.config.access.create({ req })).toBe(true)
  })

  it('a list of goods asks for what it shows and no more: one count, one row of columns, no pictures, no properties', async () => {
    const media = await insertRow(payload, 'media', { filename: 'a.png', alt: 'a' })
    for (const _good of [1, 2, 3]) {
      const { product } = await make.product({ groupId: await make.group(), properties: { Вес: '1' } })
      await query(
        payload,
        sql`insert into products_rels ("order", parent_id, path, media_id) values (1, ${product}, 'images', ${media})`,
      )
    }
    const req = await make.as('staff', await make.staff({ role: 'admin' }))
    await payload.collections.products.config.access.read({ req })
    const { defaultColumns = [] } = payload.config.collections.find(({ slug }) => slug === 'products')?.admin ?? {}
    const spy = vi.spyOn(poolOf(payload), 'query')
    const found = await payload.find({
      collection: 'products',
      limit: 25,
      depth: 0,
      req,
      overrideAccess: false,
      select: Object.fromEntries(defaultColumns.map((name) => [name, true])),
    })
    const asked = spy.mock.calls.map(([statement]) => JSON.stringify(statement))
    spy.mockRestore()
    expect(found.docs).toHaveLength(3)
    expect(asked).toHaveLength(2)
    expect(asked.join()).not.toMatch(/properties|description|media/)
  })

  it('has words for every job and every declared event, and none for keys that Payload does not know', () => {
    const labels = [
      ...declaredJobs().map(({ name, label }) => [name, label] as const),
      ...[...declaredEvents()].map(([type, { label }]) => [type, label] as const),
    ]
    expect(labels.filter(([, { ru, en }]) => !/[а-яё]/i.test(ru) || /[а-яё]/i.test(en)).map(([name]) => name)).toEqual(
      [],
    )
    expect(labels.length).toBeGreaterThan(70)
    const known: Record<string, Record<string, string>> = ru.translations
    const unknown = Object.entries(payloadWords.ru).flatMap(([group, texts]) =>
      Object.keys(texts)
        .filter((key) => !(key in (known[group] ?? {})))
        .map((key) => `${group}:${key}`),
    )
    expect(unknown).toEqual([])
  })
})
