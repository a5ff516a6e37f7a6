import type { Payload } from 'payload'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { changeListView, removeListView, saveListView } from '@/collections/people/list-views/list-view.actions'
import { savedViews } from '@/collections/people/list-views/list-view.queries'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { execute } from '@/src/mechanisms/database/query'
import { declaredLists } from '@/src/mechanisms/lists/defineList'
import { builders, type Builders } from '@/tests/builders/builders'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'

let payload: Payload
let build: Builders
let company: string
let other: string
let head: string
let buyer: string

beforeAll(async () => {
  payload = await getTestPayload()
  build = builders(payload)
})

beforeEach(async () => {
  await emptyDatabase()
  company = await build.company({ managerId: await build.staff() })
  other = await build.company({ managerId: await build.staff() })
  head = await build.user({ companies: [company] })
  buyer = await build.user({ companies: [company], capabilities: ['orders.read'] })
})

const save = async (who: string, change: { name?: string; list?: string; search?: string; company?: string } = {}) =>
  (
    await runAction(saveListView, {
      req: await build.as('users', who),
      input: { list: 'orders', name: 'Крупные', search: '?view=work&sort=-total', ...change },
    })
  ).id
const change = async (who: string, input: { id: string; name?: string; search?: string; company?: string | null }) =>
  runAction(changeListView, { req: await build.as('users', who), input })
const remove = async (who: string, id: string) =>
  runAction(removeListView, { req: await build.as('users', who), input: { id } })
const seen = async (who: string, { list = 'orders', at = company }: { list?: string; at?: string | null } = {}) =>
  (await savedViews(await build.context('users', who, at ?? undefined), list)).map(({ name }) => name)

describe('[NAV-02] views of a list that people save', () => {
  it('are one’s own until they are shown to the company, and go back to whoever saved them', async () => {
    const id = await save(head)
    expect([await seen(head), await seen(buyer)]).toEqual([['Крупные'], []])
    await change(head, { id, company })
    expect([await seen(head), await seen(buyer)]).toEqual([['Крупные'], ['Крупные']])
    await change(head, { id, company: null })
    expect([await seen(head), await seen(buyer)]).toEqual([['Крупные'], []])
  })

  it('keep what is asked for, not the page one was on nor the view one came from', async () => {
    await save(head, { search: '?saved=x&look=snug:a&page=3&status=confirmed,shipped' })
    const [row] = await savedViews(await build.context('users', head, company), 'orders')
    expect(row?.search).toBe('status=confirmed%2Cshipped')
  })

  it('are for every list that is declared, without a word about it', async () => {
    for (const { key } of declaredLists()) {
      await save(head, { list: key, name: key })
      expect(await seen(head, { list: key })).toEqual([key])
    }
  })

  it('are shared, changed and deleted for the company by whoever manages it', async () => {
    await expect(save(buyer, { company })).rejects.toMatchObject({ code: 'access.denied', status: 403 })
    const own = await save(buyer, { name: 'Мой' })
    await expect(change(buyer, { id: own, company })).rejects.toMatchObject({ code: 'access.denied' })
    const ours = await save(head, { name: 'Наш', company })
    await expect(change(buyer, { id: ours, name: 'Иначе' })).rejects.toMatchObject({ code: 'access.denied' })
    await expect(remove(buyer, ours)).rejects.toMatchObject({ code: 'access.denied' })
    expect((await seen(buyer)).sort()).toEqual(['Мой', 'Наш'])
    await change(head, { id: ours, name: 'Для всех', search: '?view=archive' })
    await remove(buyer, own)
    expect(await seen(buyer)).toEqual(['Для всех'])
    await remove(head, ours)
    expect(await seen(head)).toEqual([])
  })

  it('of somebody else are not there, nor is another company, nor a list that one may not open', async () => {
    const id = await save(head)
    await expect(change(buyer, { id, name: 'x' })).rejects.toMatchObject({ status: 404 })
    await expect(remove(buyer, id)).rejects.toMatchObject({ status: 404 })
    await expect(save(head, { company: other })).rejects.toMatchObject({ code: 'record.notFound' })
    await expect(change(head, { id, company: other })).rejects.toMatchObject({ code: 'access.denied' })
    await expect(save(buyer, { list: 'documents' })).rejects.toMatchObject({ code: 'record.notFound' })
    await expect(save(head, { list: 'nothing' })).rejects.toMatchObject({ code: 'record.notFound' })
  })

  it('shown to a company are seen there alone, and no longer by whoever has left it', async () => {
    await execute(
      payload,
      sql`insert into list_views (name, list, user_id, company_id) select 'Там', 'orders', ${head}, ${other}`,
    )
    expect(await seen(head)).toEqual([])
    expect(await seen(head, { at: null })).toEqual([])
  })

  it('have a name, and there are but so many of them', async () => {
    await expect(save(head, { name: '  ' })).rejects.toMatchObject({ code: 'listView.unnamed', field: 'name' })
    await execute(
      payload,
      sql`insert into list_views (name, list, user_id) select n::text, 'orders', ${head} from generate_series(1, 60) n`,
    )
    await expect(save(head)).rejects.toMatchObject({ code: 'listView.tooMany', status: 409 })
  })
})
