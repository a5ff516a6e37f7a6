import type { Access, CollectionConfig, GlobalConfig, PayloadRequest, Where } from 'payload'
import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { declarations } from '@/src/lib/declarations'
import { idIs } from '../database/ids'
import { query } from '../database/query'
import { columnOf } from '../database/tableOf'
import { moduleOfEntity } from '../modules/defineModule'
import { isEntityOn } from '../modules/switches'
import { actorOf, isStaff, type Actor } from './actor'
import type { Role } from './roles'
import { scopes, type Anchors, type CompanyAnchors, type Scope, type ScopeName } from './scopes'

export type Operation = 'create' | 'read' | 'update' | 'delete'
type Grant = ScopeName | readonly ScopeName[]
export type Rule = Partial<Record<Operation, Grant>> & {
  /** Capability of the portal role without which the rule gives nothing. */
  needs?: string
  /**
   * Capabilities by a field that says what a row is about: a comment of an order needs what the order
   * needs. A value that the table does not name is hidden.
   */
  needsBy?: { field: string; capabilities: () => Readonly<Record<string, string>> }
  /** Narrows every scope of the rule to rows whose field has this value: `{ internal: false }`. */
  only?: Readonly<Record<string, boolean | string>>
  /**
   * The only fields the role may write through Payload; without it, all that are not guarded
   * themselves. What is owned by the ERP or by an action is simply not named.
   */
  writes?: readonly string[]
}
export type AccessDeclaration = {
  anchors?: Anchors
  rules: Partial<Record<Role, Rule>>
}

export type EntityAccess = {
  entity: string
  declaration: AccessDeclaration
  /** Payload's access functions of a collection. */
  collection: NonNullable<CollectionConfig['access']>
  /** Rows the actor may touch, as Payload's `Where` (or a plain yes / no). */
  where: (actor: Actor, operation: Operation) => Where | boolean
  /** The same rows as an SQL condition on the table aliased `row`. */
  sql: (actor: Actor, operation: Operation, row: string) => SQL
}

const registry = declarations<EntityAccess>()

/** The access of an entity that was declared; throws for one that was not. */
export function accessOf(entity: string): EntityAccess {
  const access = registry.get(entity)
  if (!access) throw new Error(`No access is declared for ${entity}`)
  return access
}

export const declaredAccess = (): ReadonlyMap<string, EntityAccess> => registry

/**
 * Declares who may do what with an entity: role x operation -> named scope. What the table does not
 * say is denied. An administrator may do everything unless the table says otherwise for `admin`.
 */
export function defineAccess(entity: string, declaration: AccessDeclaration): EntityAccess {
  const rules: AccessDeclaration['rules'] = { admin: everything, system: everything, ...declaration.rules }
  const anchors = declaration.anchors ?? {}
  /** What a role is granted, as alternatives: each a set of scopes with its own capability and narrowing. */
  const granted = (actor: Actor, operation: Operation): Alternative[] => {
    if (actor.off?.has(moduleOfEntity(entity) ?? '')) return []
    const rule = rules[actor.role]
    const grant = rule?.[operation]
    if (!rule || grant === undefined) return []
    const named = (typeof grant === 'string' ? [grant] : grant).map((name) => scopes[name])
    const only = Object.entries(rule.only ?? {})
    const { needsBy } = rule
    if (!needsBy) return [{ scopes: named, needs: rule.needs, only }]
    return Object.entries(needsBy.capabilities()).map(([value, needs]) => ({
      scopes: named,
      needs,
      only: [...only, [needsBy.field, value] as const],
    }))
  }

  const where = (actor: Actor, operation: Operation): Where | boolean => {
    const parts = granted(actor, operation).map((alternative) => whereOf(alternative, { actor, anchors }))
    if (parts.includes(true)) return true
    const conditions = parts.filter((part): part is Where => typeof part === 'object')
    if (conditions.length === 0) return false
    return conditions.length === 1 && conditions[0] ? conditions[0] : { or: conditions }
  }

  const asSql = (actor: Actor, operation: Operation, row: string): SQL => {
    const parts = granted(actor, operation).map((alternative) => sqlOf(alternative, { actor, anchors }, row))
    return parts.length === 0 ? sql`false` : sql`(${sql.join(parts, sql` or `)})`
  }

  /** Whether a row with these values lies within what the actor is granted. */
  const holds = async (
    req: PayloadRequest,
    actor: Actor,
    operation: Operation,
    data: Record<string, unknown>,
  ): Promise<boolean> => {
    const company = await companyAnchors(
      req,
      anchors.company && anchors.company !== 'id' ? data[anchors.company] : null,
    )
    return granted(actor, operation).some(
      ({ scopes: named, needs, only }) =>
        only.every(([field, value]) => data[field] === value) &&
        named.some((scope) => scope.holds({ actor, anchors, needs }, data, company)),
    )
  }

  const guard =
    (operation: Operation): Access =>
    async ({ req }) => {
      const actor = await actorOf(req)
      return (await visible(req, entity, actor)) && where(actor, operation)
    }

  const update: Access = async ({ req, data }) => {
    const actor = await actorOf(req)
    if (!(await visible(req, entity, actor))) return false
    const condition = where(actor, 'update')
    if (condition === false || condition === true || !data) return condition
    return (await staysWithin(data)(req, actor)) && condition
  }

  /** A row may not be moved out of what the actor is granted: to a company of somebody else, say. */
  const staysWithin =
    (data: Record<string, unknown>) =>
    async (req: PayloadRequest, actor: Actor): Promise<boolean> => {
      const named = [anchors.company, anchors.user, anchors.staff].filter(
        (field): field is string => field !== undefined && field !== 'id' && data[field] !== undefined,
      )
      return named.length === 0 || holds(req, actor, 'update', { ...data, ...Object.fromEntries(only(actor)) })
    }
  const only = (actor: Actor): Array<readonly [string, boolean | string]> =>
    Object.entries(rules[actor.role]?.only ?? {})

  const create: Access = async ({ req, data }) => {
    const actor = await actorOf(req)
    if (!(await visible(req, entity, actor))) return false
    const grants = granted(actor, 'create')
    // Payload asks without data to learn whether a button should be shown at all.
    if (!data) return grants.length > 0
    return holds(req, actor, 'create', data)
  }

  const access: EntityAccess = {
    entity,
    declaration: { anchors, rules },
    where,
    sql: asSql,
    collection: {
      create,
      read: guard('read'),
      update,
      delete: guard('delete'),
      readVersions: guard('update'),
      unlock: async ({ req }) => (await actorOf(req)).role === 'admin',
      admin: async ({ req }) => isStaff(await actorOf(req)),
    },
  }
  registry.set(entity, access)
  return access
}

type Alternative = { scopes: Scope[]; needs?: string; only: ReadonlyArray<readonly [string, boolean | string]> }
type Asked = { actor: Actor; anchors: Anchors }

function whereOf({ scopes: named, needs, only }: Alternative, asked: Asked): Where | boolean {
  const parts = named.map((scope) => scope.where({ ...asked, needs }))
  const narrow: Where[] = only.map(([field, value]) => ({ [field]: { equals: value } }))
  if (parts.includes(true)) return narrow.length > 0 ? { and: narrow } : true
  const conditions = parts.filter((part): part is Where => typeof part === 'object')
  return conditions.length > 0 ? { and: [{ or: conditions }, ...narrow] } : false
}

function sqlOf({ scopes: named, needs, only }: Alternative, asked: Asked, row: string): SQL {
  if (named.length === 0) return sql`false`
  const parts = named.map((scope) => scope.sql({ ...asked, needs }, row))
  // An enum or a boolean column is compared as text, so that any value of the table may be named.
  const narrow = only.map(
    ([field, value]) => sql` and ${sql.raw(`${row}.${columnOf(field)}`)}::text = ${String(value)}`,
  )
  return sql`((${sql.join(parts, sql` or `)})${sql.join(narrow)})`
}

/** Access of a global: who may read it and who may change it. */
export function defineGlobalAccess(
  entity: string,
  roles: { read: readonly Role[] | 'everyone'; update: readonly Role[] },
): NonNullable<GlobalConfig['access']> {
  const may =
    (allowed: readonly Role[] | 'everyone'): Access =>
    async ({ req }) =>
      (await isEntityOn(req, entity)) && (allowed === 'everyone' || allowed.includes((await actorOf(req)).role))
  return { read: may(roles.read), update: may(roles.update), readVersions: may(roles.update) }
}

const everything: Rule = { create: 'all', read: 'all', update: 'all', delete: 'all' }

/** A switched-off module hides its rows from everyone, administrators too. What an actor's own list does not say is asked. */
async function visible(req: PayloadRequest, entity: string, actor: Actor): Promise<boolean> {
  return actor.role === 'system' || actor.off !== undefined || (await isEntityOn(req, entity))
}

async function companyAnchors(req: PayloadRequest, company: unknown): Promise<CompanyAnchors | null> {
  const id = typeof company === 'string' ? company : null
  if (!id) return null
  const [row] = await query<CompanyAnchors>(
    req,
    sql`select id::text, manager_id::text as manager, partner_id::text as partner,
               array(select branches_id::text from companies_rels where parent_id = companies.id and path = 'branches') as branches
        from companies where ${idIs(sql`id`, id)}`,
  )
  return row ?? null
}
