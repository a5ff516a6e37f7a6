import type { PayloadRequest } from 'payload'
import { AppError } from '@/src/lib/errors'

const BODY_LIMIT = 1024 * 1024

/** The body of a call as JSON; one without a body says nothing. @throws AppError `request.tooLarge` 413, `input.malformed` 400 */
export async function jsonBody(req: PayloadRequest): Promise<unknown> {
  const text = (await req.text?.()) ?? ''
  if (text.length > BODY_LIMIT) throw new AppError('request.tooLarge', {}, { status: 413 })
  if (text === '') return {}
  try {
    return JSON.parse(text)
  } catch {
    throw new AppError('input.malformed', {}, { status: 400 })
  }
}
