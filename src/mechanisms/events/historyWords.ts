import { say, type Locale } from '@/src/lib/i18n'
import { declaredEvents } from './defineEvents'
import { eventParams } from './eventParams'

/** What an event says in the reader's language; null of one that nobody declares any more. */
export function eventWords(type: string, data: Record<string, unknown>, locale: Locale): string | null {
  const declared = declaredEvents().get(type)
  return declared ? say(declared.label, locale, eventParams(data, locale)) : null
}

/** What the history of a record says of an event, or null where people of the cabinet read nothing of it. */
export function historyWords(type: string, data: Record<string, unknown>, locale: Locale): string | null {
  return declaredEvents().get(type)?.history ? eventWords(type, data, locale) : null
}
