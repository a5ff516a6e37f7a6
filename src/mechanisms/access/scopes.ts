import type { Where } from 'payload'
import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { list } from '../database/query'
import { columnOf } from '../database/tableOf'
import { companiesWith, type Actor } from './actor'

/**
 * Names of relations from a row to those who may see it. `company` is the field that holds the
 * company (or `id` when the row is the company), `user` the cabinet user, `staff` the employee.
 */
export type Anchors = { company?: string; user?: string; staff?: string; published?: string }

export type ScopeName =
  | 'all'
  | 'own'
  | 'ownHere'
  | 'ownStaff'
  | 'nobodys'
  | 'company'
  | 'subclients'
  | 'assigned'
  | 'team'
  | 'branch'
  | 'published'

export type ScopeContext = { actor: Actor; anchors: Anchors; needs?: string }

/** One rule of visibility in both of its forms: as Payload's `Where` and as an SQL condition. */
export type Scope = {
  where: (context: ScopeContext) => Where | boolean
  /** `row` is the alias of the table whose rows are asked for. */
  sql: (context: ScopeContext, row: string) => SQL
  /** Whether data about to be created falls into the scope; `parent` is the company row it names. */
  holds: (context: ScopeContext, data: Record<string, unknown>, parent: CompanyAnchors | null) => boolean
}

/** What of a company decides who may see its rows. */
export type CompanyAnchors = { id: string; manager: string | null; partner: string | null; branches: readonly string[] }

const idOf = (value: unknown): string | null => {
  if (typeof value === 'string') return value
  if (value && typeof value === 'object' && 'id' in value) return String(value.id)
  return null
}

const column = (field: string): string => (field === 'id' ? 'id' : `${columnOf(field)}_id`)

const companyField = ({ anchors }: ScopeContext): string => {
  if (!anchors.company) throw new Error('This scope needs a company anchor')
  return anchors.company
}

/** What a row may say of whose it is: its person, and its company where it has one. */
const ownersOf = ({ anchors }: ScopeContext): string[] => [
  anchors.user ?? 'user',
  ...(anchors.company ? [anchors.company] : []),
]

/** Ids of the companies whose partner is one of these. */
export const subclientsOf = (ids: SQL): SQL => sql`select id from companies where partner_id = any(${ids})`

/** A scope over a property of the row's company. */
const overCompany = (
  field: string,
  condition: (context: ScopeContext) => readonly string[],
  sqlCondition: (ids: SQL) => SQL,
  holds: (company: CompanyAnchors, ids: readonly string[]) => boolean,
): Scope => ({
  where: (context) => {
    const ids = condition(context)
    if (ids.length === 0) return false
    const anchor = companyField(context)
    return { [anchor === 'id' ? field : `${anchor}.${field}`]: { in: [...ids] } }
  },
  sql: (context, row) => {
    const anchor = sql.raw(`${row}.${column(companyField(context))}`)
    return sql`${anchor} in (${sqlCondition(list(condition(context), 'uuid'))})`
  },
  holds: (context, _data, company) => company !== null && holds(company, condition(context)),
})

const byPerson = (kind: 'user' | 'staff', collection: 'users' | 'staff'): Scope => {
  const field = (context: ScopeContext): string => {
    const anchor = context.anchors[kind]
    if (!anchor) throw new Error(`This scope needs a ${kind} anchor`)
    return anchor
  }
  const me = ({ actor }: ScopeContext): string | null => (actor.collection === collection ? actor.id : null)
  return {
    where: (context) => (me(context) ? { [field(context)]: { equals: me(context) } } : false),
    sql: (context, row) => sql`${sql.raw(`${row}.${column(field(context))}`)} = ${me(context)}`,
    holds: (context, data) => me(context) !== null && idOf(data[field(context)]) === me(context),
  }
}

const mine = byPerson('user', 'users')

export const scopes: Record<ScopeName, Scope> = {
  all: { where: () => true, sql: () => sql`true`, holds: () => true },
  own: mine,
  ownStaff: byPerson('staff', 'staff'),
  ownHere: {
    where: (context) => {
      const here: Where[] = [{ [companyField(context)]: { exists: false } }]
      const ids = companiesWith(context.actor, context.needs)
      if (ids.length > 0) here.push({ [companyField(context)]: { in: ids } })
      const own = mine.where(context)
      return typeof own === 'object' ? { and: [own, { or: here }] } : own
    },
    sql: (context, row) => {
      const company = sql.raw(`${row}.${column(companyField(context))}`)
      return sql`(${mine.sql(context, row)} and (${company} is null or ${company} = any(${list(companiesWith(context.actor, context.needs), 'uuid')})))`
    },
    holds: (context, data) => {
      const company = idOf(data[companyField(context)])
      return (
        mine.holds(context, data, null) &&
        (company === null || companiesWith(context.actor, context.needs).includes(company))
      )
    },
  },
  nobodys: {
    where: (context) => ({ and: ownersOf(context).map((field) => ({ [field]: { exists: false } })) }),
    sql: (context, row) =>
      sql`(${sql.join(
        ownersOf(context).map((field) => sql`${sql.raw(`${row}.${column(field)}`)} is null`),
        sql` and `,
      )})`,
    holds: (context, data) => ownersOf(context).every((field) => idOf(data[field]) === null),
  },
  company: {
    where: (context) => {
      const ids = companiesWith(context.actor, context.needs)
      return ids.length > 0 ? { [companyField(context)]: { in: ids } } : false
    },
    sql: (context, row) =>
      sql`${sql.raw(`${row}.${column(companyField(context))}`)} = any(${list(companiesWith(context.actor, context.needs), 'uuid')})`,
    holds: (context, data) => {
      const id = idOf(data[companyField(context)])
      return id !== null && companiesWith(context.actor, context.needs).includes(id)
    },
  },
  subclients: overCompany(
    'partner',
    ({ actor, needs }) => companiesWith(actor, needs),
    subclientsOf,
    (company, ids) => company.partner !== null && ids.includes(company.partner),
  ),
  assigned: overCompany(
    'manager',
    ({ actor }) => (actor.collection === 'staff' && actor.id ? [actor.id] : []),
    (ids) => sql`select id from companies where manager_id = any(${ids})`,
    (company, ids) => company.manager !== null && ids.includes(company.manager),
  ),
  team: overCompany(
    'manager',
    ({ actor }) => actor.team,
    (ids) => sql`select id from companies where manager_id = any(${ids})`,
    (company, ids) => company.manager !== null && ids.includes(company.manager),
  ),
  branch: overCompany(
    'branches',
    ({ actor }) => actor.branches,
    (ids) => sql`select parent_id from companies_rels where path = 'branches' and branches_id = any(${ids})`,
    (company, ids) => company.branches.some((branch) => ids.includes(branch)),
  ),
  published: {
    where: ({ anchors }) => ({ [anchors.published ?? 'active']: { equals: true } }),
    sql: ({ anchors }, row) => sql`${sql.raw(`${row}.${columnOf(anchors.published ?? 'active')}`)}`,
    holds: () => false,
  },
}
