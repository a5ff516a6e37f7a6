import type { PayloadRequest } from 'payload'
import { enqueue } from '../jobs/enqueue'
import { personLetterJob } from './person-letters'
import { CONFIRM_SECONDS } from './registrations'
import { issueToken } from './tokens'

/** Sends a link that proves the address of a registration. It carries nothing, and kills none that was sent before. */
export async function sendConfirmation(req: PayloadRequest, person: string): Promise<void> {
  const token = await issueToken(req, { purpose: 'confirm', collection: 'users', person, ttlSeconds: CONFIRM_SECONDS })
  await enqueue(req, personLetterJob, { kind: 'confirm', collection: 'users', person, token })
}
