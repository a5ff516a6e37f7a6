import { sql } from '@payloadcms/db-postgres/drizzle'
import { PgDialect } from '@payloadcms/db-postgres/drizzle/pg-core'
import type { Payload, Where } from 'payload'
import type pg from 'pg'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { listContracts } from '@/collections/contracts/contracts/contract.queries'
import { listDocuments } from '@/collections/documents/documents/document.queries'
import { listOrders } from '@/collections/sales/orders/order.queries'
import { clientsToServe } from '@/src/admin/workplace/clients.queries'
import { query } from '@/src/mechanisms/database/query'
import { contains, containsCode } from '@/src/mechanisms/lists/listSql'
import { builders, type Builders } from '@/tests/builders/builders'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'

let payload: Payload
let make: Builders

/** Pairs of what is stored and what is typed, and whether one is found by the other. */
const cases: ReadonlyArray<readonly [string, string, boolean]> = [
  ['ООО «Стройград»', 'СТРОЙГРАД', true],
  ['ООО «СТРОЙГРАД»', 'стройград', true],
  ['Фёдор Ёлкин', 'федор', true],
  ['Федор Елкин', 'ЁЛКИН', true],
  ['ЙОД', 'йод', true],
  ['Straße', 'STRASSE', false],
  ['Скидка 10% на всё', '10%', true],
  ['Скидка 100 рублей', '10%', false],
  ['А_1', 'а_', true],
  ['АБ1', 'а_', false],
  ['Путь C:\\Обмен', 'c:\\обмен', true],
  ['Москва', 'моцква', false],
]

describe('search by a part of a text', () => {
  beforeAll(async () => {
    payload = await getTestPayload()
    make = builders(payload)
  })
  beforeEach(() => emptyDatabase())

  it.each(cases)('«%s» by «%s»: %s', async (stored, typed, found) => {
    const [row] = await query<{ yes: boolean }>(payload, sql`select ${contains(sql`${stored}::text`, typed)} as yes`)
    expect(row?.yes).toBe(found)
  })

  it.each(cases)('the panel’s own lists: «%s» by «%s»: %s', async (stored, typed, found) => {
    const company = await make.company({ name: stored })
    await make.user({ name: stored, companies: [company] })
    await make.staff({ name: stored })
    for (const collection of ['users', 'staff', 'companies'] as const) {
      for (const operator of ['contains', 'like'] as const) {
        const where: Where = { name: { [operator]: typed } }
        expect([collection, operator, (await payload.count({ collection, where })).totalDocs]).toEqual([
          collection,
          operator,
          found ? 1 : 0,
        ])
      }
      expect((await payload.count({ collection, where: { name: { not_like: typed } } })).totalDocs).toBe(found ? 0 : 1)
    }
  })

  it('finds by each of several words, in any order, and by numbers and choices as before', async () => {
    await make.company({ name: 'Фёдор и сыновья', inn: '7701234567' })
    const count = async (where: Where): Promise<number> =>
      (await payload.count({ collection: 'companies', where })).totalDocs
    expect(await count({ name: { like: 'СЫНОВЬЯ федор' } })).toBe(1)
    expect(await count({ name: { like: 'сыновья пётр' } })).toBe(0)
    expect(await count({ inn: { contains: '0123' } })).toBe(1)
    expect(await count({ status: { equals: 'active' } })).toBe(1)
  })

  it('[MGR-01] the workplace and the cabinet’s lists find names and numbers so', async () => {
    const manager = await make.staff({ name: 'Пётр Щёголев' })
    const company = await make.company({ name: 'Ёлочные игрушки', managerId: manager })
    await make.contact({ companyId: company, name: 'СЁМИНА Алёна' })
    await make.order({ companyId: company, number: 'К-000123' })
    await make.document({ companyId: company, number: 'УПД-Ё1' })
    await make.contract({ companyId: company, number: 'ДОГ-7', name: 'Поставка ёлок' })
    const staff = await make.context('staff', manager)
    for (const search of ['ЕЛОЧНЫЕ', 'семина', 'алена'])
      expect([search, (await clientsToServe(staff, { search, page: 1 })).total]).toEqual([search, 1])
    const asked = (search: string) => ({
      search,
      filters: {},
      sort: { key: 'date', dir: 'desc' as const },
      page: 1,
      perPage: 10,
    })
    expect((await listOrders(staff, asked('к-0001'))).total).toBe(1)
    expect((await listOrders(staff, asked('к0002'))).total).toBe(0)
    expect((await listDocuments(staff, asked('упд-е'))).total).toBe(1)
    expect((await listContracts(staff, asked('ПОСТАВКА ЕЛОК'))).total).toBe(1)
    expect((await listContracts(staff, asked('ПОСТАВКА_ЕЛОК'))).total).toBe(0)
  })

  it.each([
    ['orders_codes_idx', 'orders', sql`select 1 from orders o where ${containsCode(sql`o.codes`, 'К-000123')}`],
    ['documents_codes_idx', 'documents', sql`select 1 from documents d where ${containsCode(sql`d.codes`, 'УПД-123')}`],
  ])('the index %s serves the search by numbers', async (index, table, asked) => {
    const company = await make.company()
    await (table === 'orders' ? make.order({ companyId: company }) : make.document({ companyId: company }))
    const client = await (payload.db as unknown as { pool: pg.Pool }).pool.connect()
    try {
      await client.query('begin; set local enable_seqscan = off')
      const { rows: columns } = await client.query<{ name: string }>(
        `select quote_ident(column_name) as name from information_schema.columns where table_name = $1 and is_generated = 'NEVER'`,
        [table],
      )
      const names = columns.map(({ name }) => name)
      await client.query(
        `insert into ${table} (${names.join(', ')}) select ${names.map((name) => `made.${name}`).join(', ')} from ${table} t, generate_series(1000, 4000) i,
           jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'number', 'Н-' || i, 'external_id', 'e' || i)) made`,
      )
      await client.query(`select gin_clean_pending_list('${index}')`)
      await client.query(`analyze ${table}`)
      const { sql: text, params } = new PgDialect().sqlToQuery(asked)
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain ${text}`, params)
      expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain(index)
    } finally {
      await client.query('rollback')
      client.release()
    }
  })
})
