import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { assignManager, setBranches } from '@/collections/clients/companies/company.actions'
import { listClients, managersFor } from '@/collections/clients/companies/company.queries'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { query } from '@/src/mechanisms/database/query'
import type { ListFilter, ListInput } from '@/src/mechanisms/lists/listSql'
import { builders, type Builders } from '@/tests/builders/builders'
import { drainJobs } from '@/tests/support/jobs'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'

let payload: Payload
let build: Builders
let admin: string
let head: string
let anna: string
let boris: string
let stroygrad: string
let nobodys: string
let foreign: string

const list = (filters: Record<string, ListFilter> = {}, search = ''): ListInput => ({
  search,
  filters,
  sort: { key: 'name', dir: 'asc' },
  page: 1,
  perPage: 20,
})
const names = async (who: string, input: ListInput) =>
  (await listClients(await build.context('staff', who), input)).rows.map(({ name }) => name)
const managerOf = async (company: string) =>
  (await query<{ id: string }>(payload, sql`select manager_id::text as id from companies where id = ${company}`))[0]?.id
const give = async (who: string, companies: string[], manager: string | null) =>
  runAction(assignManager, { req: await build.as('staff', who), input: { companies, manager } })

describe('clients of the company', () => {
  beforeAll(async () => {
    payload = await getTestPayload()
    build = builders(payload)
  })

  afterEach(() => vi.restoreAllMocks())

  beforeEach(async () => {
    await emptyDatabase()
    vi.spyOn(payload, 'sendEmail').mockResolvedValue(undefined)
    admin = await build.staff({ role: 'admin' })
    head = await build.staff({ role: 'head' })
    anna = await build.staff({ headId: head })
    boris = await build.staff({ name: 'Борис', isDefaultManager: true })
    stroygrad = await build.company({ name: 'ООО «Стройград»', inn: '7707083893', managerId: anna, status: 'active' })
    nobodys = await build.company({ name: 'ИП Ёлкин', status: 'new' })
    foreign = await build.company({ name: 'АО «Чужой»', managerId: boris })
  })

  it('[MGR-10] [MGR-11] lists them by manager, branch, state and name; each employee their own', async () => {
    const branch = await build.branchOf(stroygrad, { name: 'Казань' })
    expect(await names(admin, list())).toEqual(['АО «Чужой»', 'ИП Ёлкин', 'ООО «Стройград»'])
    expect(await names(head, list())).toEqual(['ООО «Стройград»'])
    expect(await names(boris, list())).toEqual(['АО «Чужой»'])
    expect(await names(admin, list({ manager: { kind: 'select', values: [anna] } }))).toEqual(['ООО «Стройград»'])
    expect(await names(admin, list({ branch: { kind: 'select', values: [branch] } }))).toEqual(['ООО «Стройград»'])
    expect(await names(admin, list({ status: { kind: 'select', values: ['new'] } }))).toEqual(['ИП Ёлкин'])
    expect(await names(admin, list({ unassigned: { kind: 'flag' } }))).toEqual(['ИП Ёлкин'])
    expect(await names(admin, list({}, 'СТРОЙГРАД'))).toEqual(['ООО «Стройград»'])
    expect(await names(admin, list({}, 'елкин'))).toEqual(['ИП Ёлкин'])
    expect(await names(admin, list({}, '7707'))).toEqual(['ООО «Стройград»'])
    const outsider = await build.user({ companies: [stroygrad] })
    expect((await listClients(await build.context('users', outsider), list())).rows.map(({ name }) => name)).toEqual([
      'ООО «Стройград»',
    ])
  })

  it('[MGR-10] an administrator distributes everybody, also to the manager of new clients', async () => {
    expect(await give(admin, [stroygrad, foreign], anna)).toEqual({ changed: 1, manager: anna })
    await give(admin, [nobodys], null)
    expect(await managerOf(nobodys)).toBe(boris)
    await drainJobs(payload)
    const [told] = await query<{ title: string }>(
      payload,
      sql`select title from notifications where staff_id = ${anna}`,
    )
    expect(told?.title).toBe('Вам передан клиент АО «Чужой»')
  })

  it('a head gives clients of nobody and of the people below to these people; a manager nothing', async () => {
    await give(head, [nobodys], anna)
    expect(await managerOf(nobodys)).toBe(anna)
    await expect(give(head, [stroygrad], boris)).rejects.toMatchObject({ code: 'company.wrongManager' })
    await expect(give(head, [foreign, stroygrad], anna)).rejects.toMatchObject({ code: 'entity.notFound' })
    await expect(give(anna, [stroygrad], anna)).rejects.toMatchObject({ code: 'access.denied' })
    expect((await managersFor(await build.context('staff', head))).map(({ id }) => id).sort()).toEqual(
      [anna, head].sort(),
    )
    expect(await managersFor(await build.context('staff', anna))).toEqual([])
  })

  it('[MGR-11] ties a client to several branches', async () => {
    const [kazan, perm] = [await build.branch({ name: 'Казань' }), await build.branch({ name: 'Пермь' })]
    await runAction(setBranches, {
      req: await build.as('staff', head),
      input: { companies: [stroygrad], branches: [perm, kazan] },
    })
    const [row] = (await listClients(await build.context('staff', admin), list({}, 'стройград'))).rows
    expect(row?.branches.map(({ name }) => name)).toEqual(['Пермь', 'Казань'])
    await expect(
      runAction(setBranches, {
        req: await build.as('staff', head),
        input: { companies: [foreign], branches: [kazan] },
      }),
    ).rejects.toMatchObject({ code: 'entity.notFound' })
    await expect(
      runAction(setBranches, { req: await build.as('staff', anna), input: { companies: [stroygrad], branches: [] } }),
    ).rejects.toMatchObject({ code: 'access.denied' })
  })
})
