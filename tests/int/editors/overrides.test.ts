import { sql } from '@payloadcms/db-postgres/drizzle'
import { beforeEach, describe, expect, it } from 'vitest'
import { editProduct, giveBackProduct } from '@/collections/catalogue/products/product.actions'
import { giveBackGroup, moveGroup, renameGroup } from '@/collections/catalogue/groups/group.actions'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { query } from '@/src/mechanisms/database/query'
import { tableOf } from '@/src/mechanisms/database/tableOf'
import { declaredConsumers } from '@/src/mechanisms/exchange/consumer'
import { OVERRIDES } from '@/src/mechanisms/fields/overrides'
import { builders, type Builders } from '@/tests/builders/builders'
import { demoCatalogue, importXml } from '@/tests/emulator/catalogue-xml'
import { exchangeGround } from '@/tests/support/exchangeGround'

const ground = exchangeGround()
const whole = demoCatalogue({ products: 3 })
const [first] = whole.products
let make: Builders
let editor: string

type Row = { name: string; description: string | null; group: string | null; overrides: Record<string, unknown> | null }
const product = async (): Promise<Row & { id: string }> => {
  const [row] = await query<Row & { id: string }>(
    ground.payload,
    sql`select p.id::text, p.name, p.description, g.external_id as "group", p.overrides from products p left join groups g on g.id = p.group_id where p.external_id = ${first?.id}`,
  )
  if (!row) throw new Error('the product has not come')
  return row
}
const groupId = async (external: string): Promise<string> => {
  const [row] = await query<{ id: string }>(
    ground.payload,
    sql`select id::text from groups where external_id = ${external}`,
  )
  return row?.id ?? ''
}
const as = () => make.as('staff', editor)
/** The same goods with another name, description and group of the first. */
const told = (changes: { name?: string; group?: string }, at: string): string => {
  const products = whole.products.map((one) =>
    one.id === first?.id ? { ...one, name: changes.name ?? one.name, groupId: changes.group ?? one.groupId } : one,
  )
  return importXml({ ...whole, products }, { generatedAt: at })
}

beforeEach(async () => {
  make = builders(ground.payload)
  editor = await make.staff({ role: 'editor' })
})

describe('what an editor took over from 1C', () => {
  it('stays whatever comes, is kept as it was told, and goes back at once', async () => {
    await ground.send({ 'import.xml': importXml(whole) })
    const before = await product()
    const other = whole.groups.find(({ id }) => id !== first?.groupId)?.id ?? ''
    await runAction(editProduct, {
      req: await as(),
      input: { id: before.id, name: 'Анкер «Наш»', group: await groupId(other) },
    })
    expect(await product()).toMatchObject({
      name: 'Анкер «Наш»',
      group: other,
      overrides: { name: before.name, group: await groupId(first?.groupId ?? '') },
    })
    await ground.send({ 'import.xml': told({ name: 'Имя из 1С' }, '2026-11-27T12:00:00') })
    expect(await product()).toMatchObject({ name: 'Анкер «Наш»', group: other, overrides: { name: 'Имя из 1С' } })

    await runAction(giveBackProduct, { req: await as(), input: { id: before.id, field: 'name' } })
    expect(await product()).toMatchObject({ name: 'Имя из 1С', group: other })
    expect(Object.keys((await product()).overrides ?? {})).toEqual(['group'])
    await runAction(giveBackProduct, { req: await as(), input: { id: before.id, field: 'group' } })
    expect(await product()).toMatchObject({ group: first?.groupId, overrides: null })
    // What was given back is 1C's to write again.
    await ground.send({ 'import.xml': told({ name: 'Снова 1С' }, '2026-11-27T13:00:00') })
    expect((await product()).name).toBe('Снова 1С')
  })

  it('typing what 1C says gives it back; what nobody took over is written as before', async () => {
    await ground.send({ 'import.xml': importXml(whole) })
    const { id, name } = await product()
    for (const typed of ['Другое', name]) await runAction(editProduct, { req: await as(), input: { id, name: typed } })
    expect((await product()).overrides).toBeNull()
    await ground.send({ 'import.xml': told({ name: 'Имя из 1С' }, '2026-11-27T12:00:00') })
    expect((await product()).name).toBe('Имя из 1С')
    // Nothing was taken over: there is nothing to give back, and nothing goes wrong.
    await runAction(giveBackProduct, { req: await as(), input: { id, field: 'name' } })
    await runAction(giveBackProduct, { req: await as(), input: { id, field: 'slug' } })
    expect((await product()).name).toBe('Имя из 1С')
  })

  it('[SHOP-01] a section keeps its name, its place and its order', async () => {
    await ground.send({ 'import.xml': importXml(whole) })
    const [one, two] = whole.groups
    const [a, b] = [await groupId(one?.id ?? ''), await groupId(two?.id ?? '')]
    await runAction(renameGroup, { req: await as(), input: { id: a, name: 'Наш раздел' } })
    await runAction(moveGroup, { req: await as(), input: { id: b, parent: null } })
    const read = (id: string) =>
      query<{ name: string; parent: string | null; sort: number }>(
        ground.payload,
        sql`select name, parent_id::text as parent, sort::int as sort from groups where id = ${id}`,
      )
    const kept = [await read(a), await read(b)]
    const groups = whole.groups.map((group) => ({ ...group, name: `${group.name} (1С)` }))
    await ground.send({ 'import.xml': importXml({ ...whole, groups }, { generatedAt: '2026-11-27T12:00:00' }) })
    expect([await read(a), (await read(b))[0]?.parent]).toEqual([kept[0], null])
    await runAction(giveBackGroup, { req: await as(), input: { id: a, field: 'name' } })
    expect((await read(a))[0]?.name).toBe(`${one?.name} (1С)`)
  })

  it('is honoured by every table of goods whose collection has it', () => {
    const collections = ground.payload.config.collections.flatMap(({ slug, flattenedFields }) => {
      const field = flattenedFields.find(({ name }) => name === OVERRIDES)
      return field ? [[tableOf(slug), [...(field.custom?.overrides as string[])].sort()] as const] : []
    })
    expect(collections.map(([table]) => table).sort()).toEqual(['groups', 'products'])
    const tables = declaredConsumers().flatMap(({ tables: all = [] }) => all)
    for (const [table, fields] of collections)
      for (const { columns, addOnly } of tables.filter((one) => one.table === table && !one.addOnly))
        expect([
          table,
          addOnly,
          Object.keys(columns)
            .filter((name) => columns[name]?.override === OVERRIDES)
            .sort(),
        ]).toEqual([table, undefined, fields])
  })
})
