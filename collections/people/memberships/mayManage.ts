import type { PayloadRequest } from 'payload'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { AppError } from '@/src/lib/errors'
import { isStaff, type Actor } from '@/src/mechanisms/access/actor'
import { isReachable } from '@/src/mechanisms/access/reachable'
import { idIs } from '@/src/mechanisms/database/ids'
import { query } from '@/src/mechanisms/database/query'

/**
 * Refuses whoever may not say who works in a company: its own people without `company.manage`, staff
 * who do not answer for it. A stranger learns only that there is nothing.
 * @throws AppError `record.notFound` 404.
 */
export async function mayManage(req: PayloadRequest, actor: Actor, company: string): Promise<void> {
  if (actor.role === 'erp' || actor.role === 'system') return
  const own = actor.memberships.get(company)?.has('company.manage') ?? false
  const inScope =
    isStaff(actor) && (await isReachable(req, actor, { entity: 'companies', id: company, operation: 'update' }))
  if (!own && !inScope) throw new AppError('record.notFound', {}, { status: 404 })
}

/**
 * Nobody of a company gives, or takes from a colleague, what they do not hold themselves; otherwise a
 * person who may only manage people could make themselves a second, mightier account.
 * @throws AppError `portalRole.tooMuch` 403.
 */
export async function mayHandle(req: PayloadRequest, actor: Actor, company: string, portalRole: string): Promise<void> {
  const [role] = await query<{ capabilities: string[] }>(
    req,
    sql`select array(select c.value::text from portal_roles_capabilities c where c.parent_id = r.id) as capabilities
        from portal_roles r where ${idIs(sql`r.id`, portalRole)}`,
  )
  if (!role) throw new AppError('record.notFound', {}, { status: 404, field: 'portalRole' })
  if (actor.collection !== 'users') return
  const own = (actor.granted ?? actor.memberships).get(company) ?? new Set()
  if (role.capabilities.some((capability) => !own.has(capability))) {
    throw new AppError('portalRole.tooMuch', {}, { status: 403, field: 'portalRole' })
  }
}
