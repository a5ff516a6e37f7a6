import { AppError } from './errors'
import type { Text } from './i18n'
import { waitWords } from './waitWords'

/** A refusal to whoever came too often: `seconds` for machines, the same as people say it for people. 429. */
export function rateLimited(seconds: number): AppError {
  const wait: Text = waitWords(seconds)
  return new AppError('rate.limited', { seconds, wait }, { status: 429 })
}
