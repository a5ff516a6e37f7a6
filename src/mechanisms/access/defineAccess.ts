import type { Access, CollectionConfig, GlobalConfig, PayloadRequest, Where } from 'payload'
import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { query } from '../database/query'
import { moduleOfEntity, isModuleOn } from '../modules/switches'
import { actorOf, isStaff, type Actor, type Role } from './actor'
import { scopes, snake, type Anchors, type CompanyAnchors, type Scope, type ScopeName } from './scopes'

export type Operation = 'create' | 'read' | 'update' | 'delete'
type Grant = ScopeName | readonly ScopeName[]
export type Rule = Partial<Record<Operation, Grant>> & {
  /** Capability of the portal role without which the rule gives nothing. */
  needs?: string
  /** Narrows every scope of the rule to rows whose field has this value: `{ internal: false }`. */
  only?: Readonly<Record<string, boolean | string>>
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

const registry = new Map<string, EntityAccess>()

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
  const granted = (actor: Actor, operation: Operation): { scopes: Scope[]; needs?: string; only: Array<[string, boolean | string]> } => {
    const rule = rules[actor.role]
    const grant = rule?.[operation]
    const names = grant === undefined ? [] : typeof grant === 'string' ? [grant] : grant
    return { scopes: names.map((name) => scopes[name]), needs: rule?.needs, only: Object.entries(rule?.only ?? {}) }
  }

  const where = (actor: Actor, operation: Operation): Where | boolean => {
    const grant = granted(actor, operation)
    const parts = grant.scopes.map((scope) => scope.where({ actor, anchors, needs: grant.needs }))
    const narrow: Where[] = grant.only.map(([field, value]) => ({ [field]: { equals: value } }))
    if (parts.includes(true)) return narrow.length > 0 ? { and: narrow } : true
    const conditions = parts.filter((part): part is Where => typeof part === 'object')
    if (conditions.length === 0) return false
    return { and: [{ or: conditions }, ...narrow] }
  }

  const asSql = (actor: Actor, operation: Operation, row: string): SQL => {
    const grant = granted(actor, operation)
    const parts = grant.scopes.map((scope) => scope.sql({ actor, anchors, needs: grant.needs }, row))
    if (parts.length === 0) return sql`false`
    const narrow = grant.only.map(([field, value]) => sql` and ${sql.raw(`${row}.${snake(field)}`)} = ${value}`)
    return sql`((${sql.join(parts, sql` or `)})${sql.join(narrow)})`
  }

  const guard =
    (operation: Operation): Access =>
    async ({ req }) => {
      const actor = await actorOf(req)
      return (await visible(req, entity, actor)) && where(actor, operation)
    }

  const create: Access = async ({ req, data }) => {
    const actor = await actorOf(req)
    if (!(await visible(req, entity, actor))) return false
    const grant = granted(actor, 'create')
    if (grant.scopes.includes(scopes.all)) return true
    // Payload asks without data to learn whether a button should be shown at all.
    if (!data) return grant.scopes.length > 0
    const company = await companyAnchors(req, anchors.company ? data[anchors.company] : null)
    if (grant.only.some(([field, value]) => data[field] !== value)) return false
    return grant.scopes.some((scope) => scope.holds({ actor, anchors, needs: grant.needs }, data, company))
  }

  const access: EntityAccess = {
    entity,
    declaration: { anchors, rules },
    where,
    sql: asSql,
    collection: {
      create,
      read: guard('read'),
      update: guard('update'),
      delete: guard('delete'),
      readVersions: guard('update'),
      unlock: async ({ req }) => (await actorOf(req)).role === 'admin',
      admin: async ({ req }) => isStaff(await actorOf(req)),
    },
  }
  registry.set(entity, access)
  return access
}

/** Access of a global: who may read it and who may change it. */
export function defineGlobalAccess(
  entity: string,
  roles: { read: readonly Role[] | 'everyone'; update: readonly Role[] },
): NonNullable<GlobalConfig['access']> {
  const may =
    (allowed: readonly Role[] | 'everyone'): Access =>
    async ({ req }) =>
      allowed === 'everyone' || allowed.includes((await actorOf(req)).role)
  globals.set(entity, roles)
  return { read: may(roles.read), update: may(roles.update), readVersions: may(roles.update) }
}

const globals = new Map<string, { read: readonly Role[] | 'everyone'; update: readonly Role[] }>()
export const declaredGlobalAccess = (): typeof globals => globals

const everything: Rule = { create: 'all', read: 'all', update: 'all', delete: 'all' }

/** A switched-off module hides its rows from everyone but administrators, who can still look. */
async function visible(req: PayloadRequest, entity: string, actor: Actor): Promise<boolean> {
  if (actor.role === 'admin' || actor.role === 'system') return true
  const module = moduleOfEntity(entity)
  return module === undefined || (await isModuleOn(req, module))
}

async function companyAnchors(req: PayloadRequest, company: unknown): Promise<CompanyAnchors | null> {
  const id = typeof company === 'string' ? company : null
  if (!id) return null
  const [row] = await query<CompanyAnchors>(
    req,
    sql`select id::text, manager_id::text as manager, partner_id::text as partner,
               array(select branches_id::text from companies_rels where parent_id = companies.id and path = 'branches') as branches
        from companies where id::text = ${id}`,
  )
  return row ?? null
}
