import type { PayloadRequest } from 'payload'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { query, type Runner } from '../database/query'
import { moduleOfCapability } from '../modules/defineModule'
import { modulesOff } from '../modules/switches'
import type { Role, StaffRole, UserKind } from './roles'

export type Actor = {
  role: Role
  /** Auth collection and id; ids of different collections may be equal, so both are compared. */
  collection: 'staff' | 'users' | 'exchange-nodes' | null
  id: string | null
  name: string
  /** Capabilities by company, for each active membership of a cabinet user; none of an area that is off. */
  memberships: ReadonlyMap<string, ReadonlySet<string>>
  /** The same as the portal roles say it, whatever is off: what a person may hand on. */
  granted?: ReadonlyMap<string, ReadonlySet<string>>
  /** Modules that are off for whoever is signed in; the portal itself and its exchange are not asked. */
  off?: ReadonlySet<string>
  /** Staff whose clients this person answers for: self, and for a head everyone below. */
  team: readonly string[]
  branches: readonly string[]
}

const nobody: Omit<Actor, 'role' | 'name'> = {
  collection: null,
  id: null,
  memberships: new Map(),
  team: [],
  branches: [],
}

export const anonymous: Actor = { ...nobody, role: 'anonymous', name: '' }
export const system: Actor = { ...nobody, role: 'system', name: 'Kabinet' }

/** The actor for an exchange node; it never passes through Payload's own access. */
export function erpActor(node: { id: string; name: string }): Actor {
  return { ...nobody, role: 'erp', collection: 'exchange-nodes', id: node.id, name: node.name }
}

type SessionUser = NonNullable<PayloadRequest['user']>

const known = new WeakMap<SessionUser, Promise<Actor>>()

/**
 * Who acts in this request. Rights are read once per request (the user object is made anew for
 * each), so a membership taken away or a new head counts from the next request on.
 */
export function actorOf(req: PayloadRequest): Promise<Actor> {
  const user = req.user
  if (!user) return Promise.resolve(anonymous)
  let actor = known.get(user)
  if (!actor) {
    actor = load(req, user)
    known.set(user, actor)
    actor.catch(() => known.delete(user))
  }
  return actor
}

async function load(req: PayloadRequest, user: SessionUser): Promise<Actor> {
  if (user.collection !== 'staff' && user.collection !== 'users') return anonymous
  const rights = await rightsOf(req, { collection: user.collection, id: String(user.id) })
  return rights.id ? { ...rights, name: user.name ?? '' } : rights
}

/** What a person of this id may do; `anonymous` when there is none, or they were switched off. Without their name. */
export function rightsOf(
  runner: Runner,
  { collection, id }: { collection: 'staff' | 'users'; id: string },
): Promise<Actor> {
  return collection === 'staff' ? loadStaff(runner, id) : loadUser(runner, id)
}

/** Takes rights that were read ahead for the person of a request: nobody reads them again. */
export function actsWith(user: SessionUser, rights: Promise<Actor>): void {
  const actor = rights.then((read) => (read.id ? { ...read, name: user.name ?? '' } : read))
  known.set(user, actor)
  actor.catch(() => known.delete(user))
}

async function loadStaff(runner: Runner, id: string): Promise<Actor> {
  const mine = query<{ role: StaffRole; active: boolean; team: string[]; branches: string[] }>(
    runner,
    sql`with recursive team as (
          select id from staff where id = ${id}
          union
          select s.id from staff s join team t on s.head_id = t.id
        )
        select role, active, array(select id::text from team) as team,
               array(select branches_id::text from staff_rels where parent_id = ${id} and path = 'branches') as branches
        from staff where id = ${id}`,
  )
  const [[me], off] = await Promise.all([mine, modulesOff(runner)])
  if (!me?.active) return anonymous
  return {
    ...nobody,
    role: me.role,
    collection: 'staff',
    id,
    name: '',
    team: me.team,
    branches: me.branches,
    off,
  }
}

async function loadUser(runner: Runner, id: string): Promise<Actor> {
  const mine = query<{ kind: UserKind; company: string | null; capabilities: string[] }>(
    runner,
    sql`select u.kind, m.company_id::text as company,
               array(select c.value::text from portal_roles_capabilities c where c.parent_id = m.portal_role_id) as capabilities
        from users u
        left join memberships m on m.user_id = u.id and m.active
        where u.id = ${id} and u.active`,
  )
  const [rows, off] = await Promise.all([mine, modulesOff(runner)])
  const first = rows[0]
  if (!first) return anonymous
  const isOn = (capability: string): boolean => !off.has(moduleOfCapability(capability) ?? '')
  const granted = new Map(
    rows.flatMap((row) => (row.company ? [[row.company, new Set(row.capabilities)] as const] : [])),
  )
  const memberships = new Map(
    [...granted].map(([company, held]) => [company, new Set([...held].filter(isOn))] as const),
  )
  return { ...nobody, role: first.kind, collection: 'users', id, name: '', memberships, granted, off }
}

/** Companies in which the actor holds the capability (any company of theirs when none is asked). */
export function companiesWith(actor: Actor, capability?: string): string[] {
  return [...actor.memberships].flatMap(([company, held]) => (!capability || held.has(capability) ? [company] : []))
}

export const isStaff = (actor: Actor): boolean => actor.collection === 'staff'
