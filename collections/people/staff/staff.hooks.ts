import type { CollectionBeforeValidateHook } from 'payload'
import { checkPassword } from '@/src/mechanisms/sessions/passwords'

/** A password typed in the panel obeys the same rules as everywhere. */
export const checkStaffPassword: CollectionBeforeValidateHook = ({ data, originalDoc }) => {
  if (typeof data?.password === 'string' && data.password) {
    checkPassword(data.password, [data.name ?? originalDoc?.name, data.email ?? originalDoc?.email])
  }
  return data
}
