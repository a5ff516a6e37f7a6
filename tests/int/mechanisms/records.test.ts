import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addComment } from '@/collections/messages/comments/comment.actions'
import { accessOf, declaredAccess } from '@/src/mechanisms/access/defineAccess'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { declaredTalks, defineTalk, talkColumn } from '@/src/mechanisms/comments/defineTalk'
import { remarksOf } from '@/src/mechanisms/comments/remarks'
import { query } from '@/src/mechanisms/database/query'
import { tableOf } from '@/src/mechanisms/database/tableOf'
import { declaredCapabilities, moduleOfEntity, moduleOfPart } from '@/src/mechanisms/modules/defineModule'
import {
  declaredRecords,
  pageOf,
  pageOfEvent,
  panelPageOf,
  panelPageOfEvent,
} from '@/src/mechanisms/records/defineRecord'
import { builders, type Builders, type Capability } from '@/tests/builders/builders'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'

let payload: Payload
let make: Builders

describe('what areas say of their records', () => {
  beforeAll(async () => {
    payload = await getTestPayload()
    make = builders(payload)
  })
  beforeEach(emptyDatabase)

  it('is listed by the module of the entity, whose right is one that portal roles hold', () => {
    const held = declaredCapabilities().map(([name]) => name)
    for (const record of declaredRecords()) {
      expect([record.entity, moduleOfPart(record)]).toEqual([record.entity, moduleOfEntity(record.entity)])
      if (record.needs) expect([record.entity, held]).toEqual([record.entity, expect.arrayContaining([record.needs])])
    }
  })

  it('opens no history to those to whom the record itself is closed', () => {
    for (const { entity, needs } of declaredRecords()) {
      const asked = declaredAccess().get(entity)?.declaration.rules.client?.needs
      if (asked) expect([entity, needs ?? asked]).toEqual([entity, asked])
    }
  })

  it('shows history by the right that the entity names, as rows of REST and of SQL alike, and of no other entity', async () => {
    const company = await make.company()
    const things = [...new Set([...declaredAccess().keys(), 'nothing'])]
    for (const entity of things)
      await query(
        payload,
        sql`insert into events (type, entity, entity_id, company_id, internal, created_at, updated_at) values ('test.happened', ${entity}, '1', ${company}, false, now(), now())`,
      )
    const needs = new Map(declaredRecords().flatMap(({ entity, needs: one }) => (one ? [[entity, one]] : [])))
    for (const held of new Set(needs.values())) {
      const { actor } = await make.context(
        'users',
        await make.user({ companies: [company], capabilities: [held as Capability] }),
      )
      const expected = things.filter((entity) => needs.get(entity) === held).sort()
      const rows = await query<{ entity: string }>(
        payload,
        sql`select e.entity from events e where ${accessOf('events').sql(actor, 'read', 'e')} order by 1`,
      )
      const where = accessOf('events').where(actor, 'read')
      const { docs } = await payload.find({
        collection: 'events',
        pagination: false,
        where: typeof where === 'object' ? where : {},
      })
      expect([held, rows.map(({ entity }) => entity).sort()]).toEqual([held, expected])
      expect([held, docs.map(({ entity }) => entity).sort()]).toEqual([held, expected])
    }
  })

  it('opens correspondence at what has a company and a number, and nowhere else', async () => {
    expect(declaredTalks().length).toBeGreaterThan(0)
    for (const entity of declaredTalks()) {
      const columns = await query<{ name: string }>(
        payload,
        sql`select column_name as name from information_schema.columns where table_name = ${tableOf(entity)} and column_name in ('company_id', ${talkColumn(entity)})`,
      )
      // A company is its own.
      expect([entity, columns.length]).toEqual([entity, entity === 'companies' ? 1 : 2])
    }
    const company = await make.company({ managerId: await make.staff() })
    const client = await make.user({ companies: [company] })
    const order = await make.order({ companyId: company })
    const say = async (entity: string, id: string) =>
      runAction(addComment, { req: await make.as('users', client), input: { entity, id, body: 'Когда?' } })
    await expect(say('contractors', company)).rejects.toMatchObject({ code: 'input.invalid', field: 'entity' })
    await say('orders', order)
    expect(await remarksOf(await make.context('users', client), 'orders', order)).toMatchObject([{ body: 'Когда?' }])
    expect(() => defineTalk({ entity: 'test-nobody' }, { ru: 'вещь', en: 'thing' })).toThrow('test-nobody')
  })

  it('names one address of a record, by its key or by an event about it', () => {
    const about = (entity: string, data = {}) => ({ entity, entityId: 'id-1', data })
    expect(pageOf('orders', { number: 'К 1' })).toBe('/orders/%D0%9A%201')
    expect(pageOfEvent(about('orders', { number: 'К 1' }))).toBe('/orders/%D0%9A%201')
    // An event of old that tells no number: the address by the id leads on.
    expect(pageOfEvent(about('contracts'))).toBe('/contracts/id-1')
    expect(panelPageOfEvent(about('companies'))).toBe(panelPageOf('companies', { id: 'id-1' }))
    expect(panelPageOf('companies', { id: 'id-1' })).toBe('/admin/workplace/clients?client=id-1')
    expect(panelPageOf('documents', { id: 'id-1' })).toBe('/admin/collections/documents/id-1')
    expect(() => pageOf('document-requests', { id: 'id-1' })).toThrow('document-requests')
  })
})
