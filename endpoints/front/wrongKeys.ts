import type { PayloadRequest } from 'payload'
import { callerAddress } from '@/src/mechanisms/audit/writeAudit'
import { throttle, throttleKey } from '@/src/mechanisms/throttle/throttle'

/** Wrong keys from one address. */
const LIMIT = { limit: 30, windowSeconds: 15 * 60 }

/** Counts a key that there is not. @throws AppError `rate.limited` 429 */
export const noteWrongKey = (req: PayloadRequest): Promise<void> =>
  throttle(req.payload, throttleKey('access-key', callerAddress(req) ?? ''), LIMIT)
