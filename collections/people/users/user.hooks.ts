import type { CollectionBeforeOperationHook, CollectionBeforeValidateHook } from 'payload'
import { AppError } from '@/src/lib/errors'
import { actorOf, isStaff } from '@/src/mechanisms/access/actor'
import { checkPassword } from '@/src/mechanisms/sessions/passwords'

/** Payload would send its own letter inside the transaction; ours leaves by the queue. */
export const silenceVerification: CollectionBeforeOperationHook = ({ args, operation }) =>
  operation === 'create' ? { ...args, disableVerificationEmail: true } : args

/**
 * A password is nobody's to give but the person's own, by an action that asks for the present one, or
 * the administrator's. Field access cannot say so: Payload takes `password` before it is asked.
 */
export const refuseForeignPassword: CollectionBeforeValidateHook = async ({ data, originalDoc, req }) => {
  if (typeof data?.password !== 'string' || !data.password) return data
  const actor = await actorOf(req)
  if ((isStaff(actor) || actor.collection === 'users') && actor.role !== 'admin') {
    throw new AppError('access.denied', {}, { status: 403, field: 'password' })
  }
  if (isStaff(actor)) checkPassword(data.password, [data.name ?? originalDoc?.name, data.email ?? originalDoc?.email])
  return data
}
