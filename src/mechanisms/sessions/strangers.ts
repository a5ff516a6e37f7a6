import type { PayloadRequest } from 'payload'
import { callerAddress } from '../audit/writeAudit'
import { countHit, throttle, throttleKey } from '../throttle/throttle'

/** To one address, whoever asks, from wherever and for whatever: more than a person needs, too few to be a nuisance. */
const TO_ONE = { limit: 5, windowSeconds: 60 * 60 }
/** From one person or one address of the network, to however many. */
const BY_ONE = { limit: 20, windowSeconds: 60 * 60 }

/**
 * Counts a letter to an address that nobody has proved to be theirs, by whom it goes to and by whom it is caused: the
 * portal is nobody's mailing machine. Whether the recipient has had enough is told to the caller alone, for it would
 * tell others what was sent to them.
 * @param by who causes it, where that is a signed-in person; else the address of the network.
 * @returns whether the letter may go out.
 * @throws AppError `rate.limited` 429 by who causes it
 */
export async function admitLetter(
  req: PayloadRequest,
  { to, by }: { to: string; by?: string | null },
): Promise<boolean> {
  await throttle(req.payload, throttleKey('letter-by', by ?? callerAddress(req) ?? ''), BY_ONE)
  return (await countHit(req.payload, recipient(to), TO_ONE)).allowed
}

/** The same for an invitation, whose author has a limit of their own and is told. @throws AppError `rate.limited` 429 */
export const admitRecipient = (req: PayloadRequest, to: string): Promise<void> =>
  throttle(req.payload, recipient(to), TO_ONE)

const recipient = (to: string): string => throttleKey('letter-to', to.trim().toLowerCase())
