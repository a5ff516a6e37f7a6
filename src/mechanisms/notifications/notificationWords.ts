import { say, type Locale, type Text } from '@/src/lib/i18n'
import { eventParams } from '../events/eventParams'
import { notificationsFor } from './defineNotification'

/** A notification as it is kept: in the language of the day it was written, with the event that it tells of. */
export type StoredNotification = {
  title: string
  body: string | null
  key: string
  type: string | null
  data: Record<string, unknown> | null
}

/**
 * Title and body in the reader's language of now: sums and dates too. What the event does not hold any more, or nobody
 * declares, stays in the words that were kept.
 */
export function notificationWords(
  { title, body, key, type, data }: StoredNotification,
  locale: Locale,
): { title: string; body: string | null } {
  const declared = type ? notificationsFor(type).find((one) => one.key === key) : undefined
  if (!declared) return { title, body }
  const params = eventParams(data, locale)
  // `say` leaves the place of a missing part as it is.
  const inWords = (text: Text): string | null => {
    const words = say(text, locale, params)
    return words.includes('{') ? null : words
  }
  const [now, more] = [inWords(declared.title), declared.body ? inWords(declared.body) : null]
  return now === null || (declared.body && more === null) ? { title, body } : { title: now, body: more }
}
