import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  addGroup,
  giveBackGroup,
  moveGroup,
  renameGroup,
  showGroup,
} from '@/collections/catalogue/groups/group.actions'
import { groupRows } from '@/collections/catalogue/groups/group.tree.queries'
import { growTree, type Grown } from '@/collections/catalogue/groups/group.tree.rules'
import type { GroupRow } from '@/collections/catalogue/groups/group.tree.queries'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { query } from '@/src/mechanisms/database/query'
import { builders, type Builders } from '@/tests/builders/builders'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'

let payload: Payload
let make: Builders
let editor: string
let ids: Record<'a' | 'b' | 'c' | 'inA', string>

const as = (who = editor) => make.as('staff', who)
type Said = string | [string, Said[]]
const said = ({ name, children }: Grown<GroupRow>): Said => (children.length > 0 ? [name, children.map(said)] : name)
const tree = async (): Promise<Grown<GroupRow>[]> => growTree(await groupRows(await make.context('staff', editor)))
const shape = async (): Promise<Said[]> => (await tree()).map(said)
const move = async (id: string, parent: string | null, before?: string) =>
  runAction(moveGroup, { req: await as(), input: { id, parent, before } })

describe('[SHOP-01] the tree of sections', () => {
  beforeAll(async () => {
    payload = await getTestPayload()
    make = builders(payload)
  })
  beforeEach(async () => {
    await emptyDatabase()
    editor = await make.staff({ role: 'editor' })
    const a = await make.group({ name: 'А', sort: 1, externalId: 'g-a' })
    ids = {
      a,
      b: await make.group({ name: 'Б', sort: 2 }),
      c: await make.group({ name: 'В', sort: 3 }),
      inA: await make.group({ name: 'Внутри', parentId: a }),
    }
    await make.product({ groupId: ids.inA })
    await make.product({ groupId: ids.a, active: false })
  })

  it('tells what lies in each section and below it, hidden goods and sections too, by one statement', async () => {
    await query(payload, sql`update groups set active = false where id = ${ids.b}`)
    const [a, b] = await tree()
    expect([a?.name, a?.allGoods, a?.allShown, a?.children[0]?.allGoods]).toEqual(['А', 2, 1, 1])
    expect([b?.name, b?.shown]).toEqual(['Б', false])
  })

  it('moves a section up, down and under another; an order of 1C is taken over', async () => {
    await move(ids.c, null, ids.a)
    expect(await shape()).toEqual(['В', ['А', ['Внутри']], 'Б'])
    await move(ids.b, ids.a, ids.inA)
    expect(await shape()).toEqual(['В', ['А', ['Б', 'Внутри']]])
    await move(ids.b, null)
    expect(await shape()).toEqual(['В', ['А', ['Внутри']], 'Б'])
    const [kept] = await query(
      payload,
      sql`select overrides, path, depth::int as depth from groups where id = ${ids.a}`,
    )
    expect(kept).toMatchObject({ overrides: { sort: 1 }, depth: 0 })
    const [inside] = await query<{ path: string }>(payload, sql`select path from groups where id = ${ids.inA}`)
    expect(inside?.path.split('/')).toHaveLength(2)
    await runAction(giveBackGroup, { req: await as(), input: { id: ids.a, field: 'sort' } })
    expect((await query(payload, sql`select sort::int, overrides from groups where id = ${ids.a}`))[0]).toEqual({
      sort: 1,
      overrides: null,
    })
  })

  it('refuses to put a section within itself, under what is not there, and back where it would circle', async () => {
    await expect(move(ids.a, ids.a)).rejects.toMatchObject({ code: 'group.underItself', status: 409 })
    await expect(move(ids.a, ids.inA)).rejects.toMatchObject({ code: 'group.underItself', status: 409 })
    await expect(move(ids.a, editor)).rejects.toMatchObject({ code: 'group.unknown', status: 422 })
    await query(
      payload,
      sql`update groups set overrides = jsonb_build_object('parent', ${ids.inA}::text), external_id = 'g-x' where id = ${ids.a}`,
    )
    await expect(
      runAction(giveBackGroup, { req: await as(), input: { id: ids.a, field: 'parent' } }),
    ).rejects.toMatchObject({ code: 'group.underItself' })
    expect(await shape()).toEqual([['А', ['Внутри']], 'Б', 'В'])
  })

  it('adds, renames and hides sections; each has an address of its own', async () => {
    const add = async (name: string, parent?: string) =>
      runAction(addGroup, { req: await as(), input: { name, parent } })
    await add('Новый', ids.b)
    await add('Новый')
    expect(await shape()).toEqual([['А', ['Внутри']], ['Б', ['Новый']], 'В', 'Новый'])
    const slugs = await query<{ slug: string }>(
      payload,
      sql`select slug from groups where name = 'Новый' order by slug`,
    )
    expect(slugs.map(({ slug }) => slug)).toEqual(['novyy', 'novyy-2'])
    await runAction(renameGroup, { req: await as(), input: { id: ids.b, name: 'Бэ' } })
    await runAction(showGroup, { req: await as(), input: { id: ids.c, shown: false } })
    expect(
      await query(
        payload,
        sql`select name, active, hidden_by_hand as hidden from groups where id in (${ids.b}, ${ids.c}) order by name`,
      ),
    ).toEqual([
      { name: 'Бэ', active: true, hidden: false },
      { name: 'В', active: false, hidden: true },
    ])
    await expect(add('   ')).rejects.toMatchObject({ code: 'input.required', status: 422, field: 'name' })
    await expect(add('Х', editor)).rejects.toMatchObject({ code: 'group.unknown', status: 422 })
  })

  it('is the editor’s: a manager changes nothing in it', async () => {
    const req = await as(await make.staff({ role: 'manager' }))
    for (const press of [
      () => runAction(moveGroup, { req, input: { id: ids.a, parent: null } }),
      () => runAction(addGroup, { req, input: { name: 'Х' } }),
      () => runAction(renameGroup, { req, input: { id: ids.a, name: 'Х' } }),
      () => runAction(showGroup, { req, input: { id: ids.a, shown: false } }),
    ])
      await expect(press()).rejects.toMatchObject({ code: 'access.denied', status: 403 })
    await expect(runAction(giveBackGroup, { req, input: { id: ids.a, field: 'name' } })).rejects.toMatchObject({
      code: 'entity.notFound',
      status: 404,
    })
  })

  it('stands whole where 1C sent a circle', () => {
    const row = (id: string, parent: string | null) => ({ id, parent, goods: 1, shownGoods: 1 })
    const grown = growTree([row('a', 'b'), row('b', 'a'), row('c', 'a'), row('d', 'gone')])
    expect(grown.map(({ id }) => id).sort()).toEqual(['a', 'b', 'c', 'd'])
  })
})
