import type { FieldAccess } from 'payload'
import { moduleOfCapability } from '../modules/defineModule'
import { actorOf, companiesWith, isStaff } from './actor'
import type { StaffRole } from './roles'

/** A field for some roles of the staff alone. */
export const forStaff =
  (...roles: readonly StaffRole[]): FieldAccess =>
  async ({ req }) => {
    const { role } = await actorOf(req)
    return roles.some((allowed) => allowed === role)
  }

/** A field that only the portal's own actions and the exchange write. */
export const nobody: FieldAccess = () => false
export const ownedByErp = { create: nobody, update: nobody }

/**
 * A figure of a company's row, read by staff and by those who hold the capability in that company (or
 * in its partner). Asked without a row, as for a filter or a sort, it is open only to those who hold
 * it in all of their companies: otherwise a filter would tell the figure.
 */
export const companyFigure =
  (capability: string): FieldAccess =>
  async ({ req, doc }) => {
    const actor = await actorOf(req)
    if (isStaff(actor)) return !actor.off?.has(moduleOfCapability(capability) ?? '')
    const held = companiesWith(actor, capability)
    if (!doc) return held.length > 0 && held.length === actor.memberships.size
    const partner: unknown = doc.partner
    const partnerId = partner && typeof partner === 'object' && 'id' in partner ? partner.id : partner
    return (
      held.includes(String(doc.id)) ||
      (actor.role === 'partner' && typeof partnerId === 'string' && held.includes(partnerId))
    )
  }
