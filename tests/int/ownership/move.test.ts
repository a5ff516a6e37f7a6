import { sql } from '@payloadcms/db-postgres/drizzle'
import { beforeEach, describe, expect, it } from 'vitest'
import { documentById } from '@/collections/documents/documents/document.queries'
import { orderByNumber } from '@/collections/sales/orders/order.page.queries'
import { insertRow } from '@/src/mechanisms/database/insertRows'
import { recordEvent } from '@/src/mechanisms/events/recordEvent'
import { drainJobs } from '@/tests/support/jobs'
import { pdf, results, world, type World } from '../rest/world'

let it1c: World
let wrong: string
let right: string
let wrongPerson: string
let rightPerson: string

beforeEach(async () => {
  it1c = await world()
  await it1c.put('companies', [
    { externalId: 'co-1', name: 'Не тот' },
    { externalId: 'co-2', name: 'Тот' },
  ])
  const idOf = async (externalId: string): Promise<string> =>
    (await it1c.one<{ id: string }>(sql`select id::text from companies where external_id = ${externalId}`)).id
  wrong = await idOf('co-1')
  right = await idOf('co-2')
  wrongPerson = await it1c.make.user({ companies: [wrong] })
  rightPerson = await it1c.make.user({ companies: [right] })
})

const seenBy = async (person: string, company: string, number: string) =>
  orderByNumber(await it1c.make.context('users', person, company), number)
const lines = [{ name: 'Болт', qty: 2, price: '5.00', total: '10.00' }]
const order = {
  externalId: 'o-1',
  number: '43',
  company: 'co-1',
  contractor: 'ct-1',
  state: 'confirmed',
  comment: 'позвоните Анне',
  deliveryAddress: 'Тула',
  total: '10.00',
  lines,
}
const companyOf = async (table: string): Promise<string[]> =>
  (
    await it1c.rows<{ name: string }>(
      sql`select distinct c.name from ${sql.identifier(table)} t join companies c on c.id = t.company_id order by 1`,
    )
  ).map(({ name }) => name)

describe('what 1C gives to another client', () => {
  it('an order goes with its lines, documents, files and payments; talk and news of the former client are shut', async () => {
    await it1c.put('contractors', [{ externalId: 'ct-1', company: 'co-1', name: 'ООО «Не тот»' }])
    await it1c.put('orders', [order])
    await it1c.put('documents', [
      {
        externalId: 'd-1',
        company: 'co-1',
        order: 'o-1',
        kind: 'invoice',
        number: '318',
        date: new Date().toISOString().slice(0, 10),
        total: '10.00',
        file: pdf().toString('base64'),
      },
    ])
    const { id } = await it1c.one<{ id: string }>(sql`select id::text from orders`)
    const document = (await it1c.one<{ id: string }>(sql`select id::text from documents`)).id
    const file = await insertRow(it1c.payload, 'document_files', {
      companyId: wrong,
      title: 'Схема проезда',
      internal: false,
      filename: 'scheme.pdf',
    })
    const comment = await insertRow(it1c.payload, 'comments', {
      entity: 'orders',
      entityId: id,
      companyId: wrong,
      body: 'Наш код домофона 12',
      internal: false,
      userId: wrongPerson,
      authorName: 'Анна',
    })
    await it1c.rows(
      sql`insert into comments_rels ("order", parent_id, path, document_files_id) values (1, ${comment}, 'files', ${file})`,
    )
    await insertRow(it1c.payload, 'document_requests', {
      kind: 'copy',
      companyId: wrong,
      documentId: document,
      authorId: wrongPerson,
      status: 'waiting',
      attempts: 0,
    })
    await drainJobs(it1c.payload)
    expect((await it1c.rows(sql`select 1 from notifications where user_id = ${wrongPerson}`)).length).toBeGreaterThan(0)
    // One more of the former client waits in the queue at the moment of the move.
    await recordEvent(it1c.req, {
      type: 'order.shipped',
      entity: 'orders',
      entityId: id,
      company: wrong,
      data: { from: 'working', to: 'shipped', number: '43' },
    })

    const told = await it1c.put('orders', [{ externalId: 'o-1', number: '43', company: 'co-2' }])
    expect(results(told)).toEqual(['changed'])
    await drainJobs(it1c.payload)

    expect(await seenBy(wrongPerson, wrong, '43')).toBeNull()
    expect(await documentById(await it1c.make.context('users', wrongPerson, wrong), document)).toBeNull()
    const now = await seenBy(rightPerson, right, '43')
    expect(now).toMatchObject({
      total: 10_00,
      lines: [{ name: 'Болт' }],
      contractor: null,
      comment: null,
      deliveryAddress: null,
      author: null,
      stream: [{ type: 'order.imported' }],
    })
    expect(await documentById(await it1c.make.context('users', rightPerson, right), document)).toMatchObject({
      number: '318',
      order: '43',
      fileName: expect.any(String),
    })
    for (const table of ['orders', 'order_lines', 'documents', 'document_files', 'comments'])
      expect([table, await companyOf(table)]).toEqual([table, ['Тот']])
    expect(await it1c.rows(sql`select title, internal from document_files order by internal`)).toEqual([
      { title: 'Счёт на оплату 318', internal: false },
      { title: 'Схема проезда', internal: true },
    ])
    expect(await it1c.rows(sql`select 1 from document_requests`)).toEqual([])
    expect(await it1c.rows(sql`select 1 from notifications where user_id = ${wrongPerson}`)).toEqual([])
    expect(await it1c.rows(sql`select title from notifications where user_id = ${rightPerson}`)).toEqual([
      { title: 'Оформлен заказ 43' },
    ])
    expect(
      await it1c.rows(
        sql`select type, c.name, internal from events e join companies c on c.id = e.company_id where type like 'owner.%' and entity = 'orders' order by type`,
      ),
    ).toEqual([
      { type: 'owner.came', name: 'Тот', internal: true },
      { type: 'owner.left', name: 'Не тот', internal: true },
    ])
    expect(
      await it1c.rows(
        sql`select changes->'fields'->'company' as company from audit where action = 'owner.move' and entity = 'orders'`,
      ),
    ).toEqual([{ company: { before: wrong, after: right } }])
    expect(results(await it1c.put('orders', [{ externalId: 'o-1', number: '43', company: 'co-2' }]))).toEqual(['same'])
  })

  it('an order that is known by its number alone is not given to another client', async () => {
    await it1c.make.order({ companyId: wrong, number: 'К-001001' })
    const answer = await it1c.put('orders', [
      { externalId: 'o-9', number: 'К-001001', company: 'co-2', lines, total: '10.00' },
    ])
    expect(answer.body[0]).toMatchObject({ result: 'failed', code: 'order.otherClient', field: 'number' })
    expect(await companyOf('orders')).toEqual(['Не тот'])
    expect(
      results(
        await it1c.put('orders', [{ externalId: 'o-9', number: 'К-001001', company: 'co-1', lines, total: '10.00' }]),
      ),
    ).toEqual(['changed'])
  })

  it('a contract goes with its schedule, account and addenda; orders and documents of others lose the link', async () => {
    await it1c.put('contracts', [{ externalId: 'k-1', company: 'co-1', number: '12-П', date: '2026-02-02' }])
    await it1c.put('contracts', [
      { externalId: 'k-2', company: 'co-1', number: '12-П/1', date: '2026-03-02', parent: 'k-1' },
    ])
    await it1c.put('schedules', [{ contract: 'k-1', lines: [{ dueDate: '2026-12-01', amount: '5.00' }] }])
    await it1c.put('balances', [{ company: 'co-1', contract: 'k-1', amount: '-5.00', at: '2026-11-20T10:00:00' }])
    await it1c.put('orders', [{ ...order, contractor: undefined, contract: 'k-1' }])
    expect(
      results(
        await it1c.put('contracts', [{ externalId: 'k-1', company: 'co-2', number: '12-П', date: '2026-02-02' }]),
      ),
    ).toEqual(['changed'])
    for (const table of ['contracts', 'schedule_lines', 'accounts'])
      expect([table, await companyOf(table)]).toEqual([table, ['Тот']])
    expect(await it1c.one(sql`select contract_id, company_id::text as company from orders`)).toEqual({
      contract_id: null,
      company: wrong,
    })
  })

  it('a payer goes alone: what the former client did in its name stays without it', async () => {
    await it1c.put('contractors', [{ externalId: 'ct-1', company: 'co-1', name: 'ООО «Не тот»' }])
    await it1c.put('orders', [order])
    expect(
      results(await it1c.put('contractors', [{ externalId: 'ct-1', company: 'co-2', name: 'ООО «Не тот»' }])),
    ).toEqual(['changed'])
    expect(await companyOf('contractors')).toEqual(['Тот'])
    expect(await it1c.one(sql`select contractor_id, company_id::text as company from orders`)).toEqual({
      contractor_id: null,
      company: wrong,
    })
  })
})
