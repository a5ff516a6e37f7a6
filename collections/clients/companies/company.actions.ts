import type { PayloadRequest } from 'payload'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import { addErrorLabels, type CodesOf } from '@/src/lib/error-labels'
import { AppError } from '@/src/lib/errors'
import type { Actor } from '@/src/mechanisms/access/actor'
import { accessOf } from '@/src/mechanisms/access/defineAccess'
import { defineAction } from '@/src/mechanisms/actions/defineAction'
import { execute, list, query } from '@/src/mechanisms/database/query'
import { selectFrom } from '@/src/mechanisms/database/selectFrom'
import { recordEvent } from '@/src/mechanisms/events/recordEvent'

const errorWords = addErrorLabels({
  'company.wrongManager': {
    ru: 'Этому сотруднику нельзя передать клиента',
    en: 'Clients cannot be given to this employee',
  },
  'company.wrongBranch': { ru: 'Такого филиала нет', en: 'There is no such branch' },
})

declare module '@/src/lib/errors' {
  interface ErrorCodes extends CodesOf<typeof errorWords> {}
}

const companies = z.array(z.uuid()).min(1).max(500)
type Locked = { id: string; name: string; manager: string | null }

/**
 * [MGR-10] Gives clients to a manager (or, without one, to the manager of new clients). An administrator
 * distributes everybody; a head the clients of the people below, and those of nobody, among these people.
 * @throws AppError `company.wrongManager` 422, `entity.notFound` 404
 */
export const assignManager = defineAction({
  name: 'companies.assignManager',
  label: { ru: 'Клиент передан менеджеру', en: 'Gave a client to a manager' },
  input: z.object({ companies, manager: z.uuid().nullable() }),
  may: ['admin', 'head'],
  about: { entity: 'companies', ids: (input) => input.companies },
  run: async ({ req, actor, input }): Promise<{ changed: number; manager: string }> => {
    const manager = await managerFor(req, actor, input.manager)
    const rows = await lockAll(req, actor, input.companies)
    const moved = rows.filter((row) => row.manager !== manager.id)
    for (const row of moved) {
      await execute(req, sql`update companies set manager_id = ${manager.id}, updated_at = now() where id = ${row.id}`)
      await recordEvent(req, {
        type: 'company.assigned',
        entity: 'companies',
        entityId: row.id,
        company: row.id,
        data: { companyName: row.name, manager: manager.id, managerName: manager.name, before: row.manager },
      })
    }
    return { changed: moved.length, manager: manager.id }
  },
})

/** [MGR-11] Sets the branches that clients belong to; a client may belong to several. @throws AppError `company.wrongBranch` 422 */
export const setBranches = defineAction({
  name: 'companies.setBranches',
  label: { ru: 'Клиенты записаны в филиалы', en: 'Put clients into branches' },
  input: z.object({ companies, branches: z.array(z.uuid()).max(50) }),
  may: ['admin', 'head'],
  about: { entity: 'companies', ids: (input) => input.companies },
  run: async ({ req, actor, input }): Promise<{ changed: number }> => {
    const branches = [...new Set(input.branches)]
    const [known] = await query<{ count: number }>(
      req,
      sql`select count(*)::int as count from branches where active and id = any(${list(branches, 'uuid')})`,
    )
    if (known?.count !== branches.length)
      throw new AppError('company.wrongBranch', {}, { status: 422, field: 'branches' })
    const rows = await lockAll(req, actor, input.companies)
    let changed = 0
    for (const { id, name } of rows) {
      if (await belongsTo(req, id, branches)) continue
      changed += 1
      await execute(req, sql`delete from companies_rels where parent_id = ${id} and path = 'branches'`)
      await execute(
        req,
        sql`insert into companies_rels ("order", parent_id, path, branches_id)
            select place, ${id}::uuid, 'branches', branch from unnest(${list(branches, 'uuid')}) with ordinality as b(branch, place)`,
      )
      await recordEvent(req, {
        type: 'company.branchesSet',
        entity: 'companies',
        entityId: id,
        company: id,
        internal: true,
        data: { companyName: name, branches },
      })
    }
    return { changed }
  },
})

/** Whether these are the company's branches already, in this order. */
async function belongsTo(req: PayloadRequest, company: string, branches: readonly string[]): Promise<boolean> {
  const rows = await query<{ id: string }>(
    req,
    sql`select branches_id::text as id from companies_rels where parent_id = ${company} and path = 'branches' order by "order"`,
  )
  return JSON.stringify(rows.map(({ id }) => id)) === JSON.stringify(branches)
}

async function managerFor(
  req: PayloadRequest,
  actor: Actor,
  asked: string | null,
): Promise<{ id: string; name: string }> {
  const [manager] = await selectFrom(
    req,
    'staff',
    ['id', 'name'],
    sql`where active and role in ('manager', 'head')
          and ${asked ? sql`id = ${asked}` : sql`is_default_manager`} order by created_at limit 1`,
  )
  if (!manager || (actor.role === 'head' && !actor.team.includes(manager.id))) {
    throw new AppError('company.wrongManager', {}, { status: 422, field: 'manager' })
  }
  return manager
}

/** All of the clients or none: somebody else's among them means that it does not exist here. */
async function lockAll(req: PayloadRequest, actor: Actor, ids: readonly string[]): Promise<Locked[]> {
  const nobodys = actor.role === 'head' ? sql` or c.manager_id is null` : sql``
  const rows = await selectFrom(
    req,
    'companies c',
    { id: 'id', name: 'name', manager: 'manager_id' },
    sql`where c.id = any(${list(ids, 'uuid')}) and (${accessOf('companies').sql(actor, 'update', 'c')}${nobodys}) order by c.id for update`,
  )
  if (rows.length !== new Set(ids).size) throw new AppError('entity.notFound', {}, { status: 404 })
  return rows
}
