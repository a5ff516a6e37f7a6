import type { CollectionBeforeChangeHook, FieldHook } from 'payload'
import { AppError } from '@/src/lib/errors'
import { actorOf, isStaff } from '@/src/mechanisms/access/actor'
import { isReachable } from '@/src/mechanisms/access/reachable'
import { idOf } from '@/hooks/announceChanges'
import './membership.errors'
import { isUnanswered } from './membershipState'

/** In the panel as by the actions: nobody becomes a member by a tick who has not accepted, or whom the employee does not answer for. */
export const keepConsent: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  const actor = await actorOf(req)
  if (!isStaff(actor)) return data
  const user = idOf(data.user)
  if (
    operation === 'create' &&
    user &&
    !(await isReachable(req, actor, { entity: 'users', id: user, operation: 'update' }))
  ) {
    throw new AppError('membership.inviteOnly', {}, { status: 403, field: 'user' })
  }
  if (operation === 'update' && data.active === true && isUnanswered(originalDoc?.state))
    throw new AppError('membership.pending', {}, { status: 409, field: 'active' })
  return data
}

/** The name of somebody who has not answered is their own affair. */
export const hideStranger: FieldHook = ({ value, siblingData }) => (isUnanswered(siblingData?.state) ? null : value)
