import { sql } from '@payloadcms/db-postgres/drizzle'
import { moneySums, type MoneySum } from '@/src/lib/moneySums'
import { accessOf } from '@/src/mechanisms/access/defineAccess'
import { readable, type QueryContext } from '@/src/mechanisms/access/context'
import { idIn } from '@/src/mechanisms/database/ids'
import { query } from '@/src/mechanisms/database/query'
import { byId, bySelect, contains, listSql, type ListInput } from '@/src/mechanisms/lists/listSql'
import { orderStats } from './orderStats'

export type ManagerContact = {
  id: string
  name: string
  position: string | null
  phone: string | null
  email: string
  photo: string | null
  /** the manager's own, or of the first branch of theirs that tells */
  workingHours: string | null
}

/** [HELP-04] The personal manager of the chosen company, as a client may know them; null when nobody is assigned. */
export async function managerOf(context: QueryContext): Promise<ManagerContact | null> {
  if (!context.company) return null
  const [row] = await query<ManagerContact>(
    context.req,
    sql`select s.id::text, s.name, s.position, s.phone, s.email,
               coalesce(nullif(s.working_hours, ''), (
                 select b.working_hours from staff_rels r join branches b on b.id = r.branches_id
                 where r.parent_id = s.id and r.path = 'branches' and b.active and b.working_hours <> '' order by r."order" limit 1
               )) as "workingHours",
               '/api/media/file/' || coalesce(m.sizes_thumb_filename, m.filename) as photo
        from companies c join staff s on s.id = c.manager_id and s.active left join media m on m.id = s.photo_id
        where ${readable(context, 'companies', 'c', 'id')}`,
  )
  return row ?? null
}

/** A client as staff see it in a list. Sums in minor units. */
export type ClientRow = {
  id: string
  name: string
  inn: string | null
  status: string
  manager: string | null
  managerId: string | null
  branches: Array<{ id: string; name: string }>
  partner: string | null
  contacts: number
  logins: number
  ordersInWork: number
  lastOrderAt: string | null
  debt: number
  overdue: number
  balance: number
  currency: string
  syncedAt: string | null
}

/** `unassigned`: without a manager and not archived. Debt and overdue in each currency apart. */
export type ClientList = { rows: ClientRow[]; total: number; unassigned: number; debt: MoneySum[]; overdue: MoneySum[] }

const tables = sql`companies c left join staff s on s.id = c.manager_id left join companies p on p.id = c.partner_id`

/** [MGR-01] [MGR-10] [MGR-11] Clients that the employee answers for, by manager, branch and state, found by name, ИНН or a contact. */
export async function listClients(context: QueryContext, input: ListInput): Promise<ClientList> {
  const { where, order, page } = listSql(input, {
    filters: {
      id: byId(sql`c.id`),
      manager: byId(sql`c.manager_id`),
      status: bySelect(sql`c.status`),
      branch: (filter) =>
        filter.kind === 'select' && filter.values.length > 0
          ? sql`exists (select 1 from companies_rels r where r.parent_id = c.id and r.path = 'branches' and ${idIn(sql`r.branches_id`, filter.values)})`
          : null,
      unassigned: (filter) => (filter.kind === 'flag' ? sql`c.manager_id is null and c.status <> 'archived'` : null),
      overdue: (filter) => (filter.kind === 'flag' ? sql`c.overdue > 0` : null),
    },
    sorts: {
      /** Who has just come, first. */
      fresh: sql`(c.status <> 'new'), search_fold(c.name)`,
      name: sql`search_fold(c.name)`,
      manager: sql`s.name`,
      debt: sql`c.debt`,
      overdue: sql`c.overdue`,
      balance: sql`c.balance`,
      created: sql`c.created_at`,
    },
    search: (text) =>
      sql`(${contains(sql`c.name`, text)} or ${contains(sql`c.legal_name`, text)} or ${contains(sql`c.inn`, text)}
           or exists (select 1 from contacts k where k.company_id = c.id and k.removed is not true and (${contains(sql`k.name`, text)} or ${contains(sql`k.email`, text)})))`,
    tie: sql`c.id`,
  })
  const mine = accessOf('companies').sql(context.actor, 'read', 'c')
  const scope = sql`${mine} and ${where}`
  const rows = await query<ClientRow>(
    context.req,
    sql`select c.id::text, c.name, c.inn, c.status::text, s.name as manager, c.manager_id::text as "managerId", p.name as partner,
               coalesce((select jsonb_agg(jsonb_build_object('id', b.id, 'name', b.name) order by r."order") from companies_rels r
                 join branches b on b.id = r.branches_id where r.parent_id = c.id and r.path = 'branches'), '[]'::jsonb) as branches,
               (select count(*)::int from contacts k where k.company_id = c.id and k.removed is not true) as contacts,
               (select count(*)::int from memberships m where m.company_id = c.id and m.active) as logins,
               ${orderStats().inWork('c')} as "ordersInWork",
               ${orderStats().lastOrderAt('c')} as "lastOrderAt",
               coalesce(c.debt, 0)::float8 as debt, coalesce(c.overdue, 0)::float8 as overdue, coalesce(c.balance, 0)::float8 as balance, c.currency, c.synced_at as "syncedAt"
        from ${tables} where ${scope} order by ${order} ${page}`,
  )
  const parts = await query<{ currency: string; total: number; unassigned: number; debt: number; overdue: number }>(
    context.req,
    sql`select c.currency, count(*)::int as total, count(*) filter (where c.manager_id is null and c.status <> 'archived')::int as unassigned,
               coalesce(sum(c.debt), 0)::float8 as debt, coalesce(sum(c.overdue), 0)::float8 as overdue from ${tables} where ${scope} group by c.currency`,
  )
  const count = (of: 'total' | 'unassigned'): number => parts.reduce((sum, part) => sum + part[of], 0)
  return {
    rows,
    total: count('total'),
    unassigned: count('unassigned'),
    debt: moneySums(parts, ({ debt }) => debt),
    overdue: moneySums(parts, ({ overdue }) => overdue),
  }
}

/** Whom clients may be given to: an administrator everybody of sales, a head the people below, a manager nobody. */
export async function managersFor({
  req,
  actor,
}: QueryContext): Promise<Array<{ id: string; name: string; clients: number; isDefault: boolean }>> {
  const whose = actor.role === 'admin' ? sql`true` : actor.role === 'head' ? idIn(sql`s.id`, actor.team) : sql`false`
  return query(
    req,
    sql`select s.id::text, s.name, coalesce(s.is_default_manager, false) as "isDefault", (select count(*)::int from companies c where c.manager_id = s.id) as clients
        from staff s where s.active and s.role in ('manager', 'head') and ${whose} order by s.name, s.id`,
  )
}

/** Branches that clients may be put into. */
export async function activeBranches({ req }: QueryContext): Promise<Array<{ id: string; name: string }>> {
  return query(req, sql`select id::text, name from branches where active order by name, id`)
}
