import type { CollectionBeforeOperationHook, CollectionBeforeValidateHook } from 'payload'
import { normalisePhone } from '@/src/lib/checks'
import { AppError } from '@/src/lib/errors'

/** Payload would send its own letter inside the transaction; ours leaves by the queue. */
export const silenceVerification: CollectionBeforeOperationHook = ({ args, operation }) =>
  operation === 'create' ? { ...args, disableVerificationEmail: true } : args

/** A phone number of a person is kept as E.164. @throws AppError `phone.wrong` 422 */
export const tidyPhone: CollectionBeforeValidateHook = ({ data, originalDoc }) => {
  if (typeof data?.phone !== 'string' || !data.phone || data.phone === originalDoc?.phone) return data
  const phone = normalisePhone(data.phone)
  if (!phone) throw new AppError('phone.wrong', {}, { status: 422, field: 'phone' })
  return { ...data, phone }
}
