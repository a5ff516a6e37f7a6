import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { beforeEach, describe, expect, it } from 'vitest'
import { erpActor } from '@/src/mechanisms/access/actor'
import { tableOf } from '@/src/mechanisms/database/tableOf'
import { declaredConsumers } from '@/src/mechanisms/exchange/consumer'
import type { ItemContext } from '@/src/mechanisms/exchange/items/defineResource'
import { updateRow } from '@/src/mechanisms/exchange/items/rows'
import { HIDDEN_BY_HAND, HIDDEN_FIELD, SHOWN } from '@/src/mechanisms/fields/shownSwitch'
import { results, world, type World } from './world'

let it1c: World
let context: ItemContext

beforeEach(async () => {
  it1c = await world()
  const node = { id: (await it1c.node()).id, name: 'УТ', timezone: 'Europe/Moscow', source: '' }
  context = { req: it1c.req, actor: erpActor(node), node, run: 'r', found: new Map() }
})

/** Collections whose records both 1C and people show and hide. */
const switched = (): string[] =>
  it1c.payload.config.collections
    .flatMap(({ slug, flattenedFields }) => (flattenedFields.some(({ name }) => name === HIDDEN_FIELD) ? [slug] : []))
    .sort()

const goods = sql`p as (insert into products (name, slug) values ('Болт', 'bolt-3') returning id), k as (insert into skus (product_id, name) select id, 'Болт' from p returning id)`
/** One row of each. A collection that gets the switch has to be written here. */
const ROW: Record<string, SQL> = {
  branches: sql`insert into branches (name) values ('Москва') returning id::text`,
  contractors: sql`with c as (insert into companies (name, status, currency) values ('Первый', 'active', 'RUB') returning id) insert into contractors (company_id, kind, name) select id, 'legal', 'Первый' from c returning id::text`,
  groups: sql`insert into groups (name, slug) values ('Крепёж', 'bolts') returning id::text`,
  products: sql`insert into products (name, slug) values ('Болт', 'bolt') returning id::text`,
  skus: sql`with p as (insert into products (name, slug) values ('Болт', 'bolt-2') returning id) insert into skus (product_id, name) select id, 'Болт' from p returning id::text`,
  'price-types': sql`insert into price_types (name) values ('Опт') returning id::text`,
  warehouses: sql`insert into warehouses (name) values ('Склад') returning id::text`,
  prices: sql`with ${goods}, t as (insert into price_types (name) values ('Опт') returning id) insert into prices (sku_id, price_type_id, price, currency) select k.id, t.id, 1, 'RUB' from k, t returning id::text`,
}

describe('what a person hid by hand', () => {
  it('[EXCH-06] stays hidden whatever 1C sends by REST, in every collection that has the switch', async () => {
    expect(Object.keys(ROW).sort()).toEqual(switched())
    for (const slug of switched()) {
      const { id } = await it1c.one<{ id: string }>(ROW[slug] ?? sql`select 1`)
      const write = (shown: boolean): Promise<boolean> => updateRow(context, tableOf(slug), id, { [SHOWN]: shown })
      const row = () =>
        it1c.one(sql`select ${sql.identifier(SHOWN)} as shown from ${sql.identifier(tableOf(slug))} where id = ${id}`)
      const byHand = (hidden: boolean) =>
        it1c.rows(
          sql`update ${sql.identifier(tableOf(slug))} set ${sql.identifier(SHOWN)} = ${!hidden}, ${sql.identifier(HIDDEN_BY_HAND)} = ${hidden} where id = ${id}`,
        )
      await byHand(true)
      expect([slug, await write(true), await row()]).toEqual([slug, false, { shown: false }])
      await byHand(false)
      expect([slug, await write(false), await row()]).toEqual([slug, true, { shown: false }])
      expect([slug, await write(true), await row()]).toEqual([slug, true, { shown: true }])
    }
  })

  it('[EXCH-06] stays hidden over CommerceML: every table of such a collection says so', () => {
    const tables = declaredConsumers().flatMap(({ tables: all = [] }) => all)
    const silent = tables.filter(
      ({ table, columns }) =>
        switched().map(tableOf).includes(table) && columns[SHOWN] && columns[SHOWN].unless !== HIDDEN_BY_HAND,
    )
    expect(silent.map(({ entity }) => entity)).toEqual([])
    expect(tables.some(({ columns }) => columns[SHOWN]?.unless)).toBe(true)
  })

  it('[EXCH-06] is a payer or a branch that an administrator switched off in the panel', async () => {
    await it1c.put('companies', [{ externalId: 'co-1', name: 'Первый' }])
    const sent = {
      branches: { externalId: 'b-1', name: 'Москва', active: true },
      contractors: { externalId: 'k-1', company: 'co-1', name: 'ООО «Первый»', active: true },
    }
    const admin = await it1c.make.as('staff', await it1c.make.staff({ role: 'admin' }))
    for (const [name, item] of Object.entries(sent)) {
      expect(results(await it1c.put(name, [item]))).toEqual(['created'])
      const { id } = await it1c.one<{ id: string }>(
        sql`select id::text from ${sql.identifier(name)} where external_id = ${item.externalId}`,
      )
      const turn = (active: boolean) =>
        it1c.payload.update({ collection: name as 'branches', id, data: { active }, req: admin, overrideAccess: false })
      const given = async () => (await it1c.call('GET', `${name}?externalId=${item.externalId}`)).body.items[0].active
      await turn(false)
      expect([name, ...results(await it1c.put(name, [item])), await given()]).toEqual([name, 'same', false])
      await turn(true)
      expect([name, ...results(await it1c.put(name, [item])), await given()]).toEqual([name, 'same', true])
    }
  })
})
