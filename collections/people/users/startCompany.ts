import type { PayloadRequest } from 'payload'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { query } from '@/src/mechanisms/database/query'
import { selectFrom } from '@/src/mechanisms/database/selectFrom'
import { FORM_CURRENCY } from '@/src/mechanisms/fields/numbers'
import { portalSettingsOf } from '@/src/mechanisms/portal/portalSettings'

export const STARTER_ROLE = 'starter'

/**
 * The company of somebody who has just registered: `new`, with the manager of new clients if there is
 * one, and the person in it with the starter role. A company that the ERP already knows by the same
 * ИНН is not opened to them: a manager joins the two once they know who it is.
 */
export async function startCompany(
  req: PayloadRequest,
  input: { user: string; name: string; inn?: string; phone: string; email: string },
): Promise<string> {
  const [manager] = await selectFrom(
    req,
    'staff',
    ['id'],
    sql`where is_default_manager and active order by created_at limit 1`,
  )
  const { currency } = await portalSettingsOf(req)
  const company = await req.payload.create({
    collection: 'companies',
    data: {
      name: input.name,
      inn: input.inn,
      phone: input.phone,
      email: input.email,
      status: 'new',
      currency: currency ?? FORM_CURRENCY,
      manager: manager?.id,
    },
    depth: 0,
    context: { unannounced: true }, // until the address is confirmed, see `confirmAction`
    req,
  })
  await req.payload.create({
    collection: 'memberships',
    data: { user: input.user, company: company.id, portalRole: await starterRole(req), active: true },
    depth: 0,
    req,
  })
  await query(req, sql`update users set company_id = ${company.id} where id = ${input.user}`)
  return company.id
}

/** Enough to look around, order and invite colleagues; sums and documents come with a role from the manager. */
async function starterRole(req: PayloadRequest): Promise<string> {
  const [known] = await selectFrom(req, 'portal_roles', ['id'], sql`where code = ${STARTER_ROLE}`)
  if (known) return known.id
  const role = await req.payload.create({
    collection: 'portal-roles',
    data: {
      code: STARTER_ROLE,
      name: 'Новый клиент',
      nameEn: 'New client',
      capabilities: ['company.read', 'company.manage', 'orders.read', 'orders.create'],
    },
    depth: 0,
    req,
  })
  return role.id
}
