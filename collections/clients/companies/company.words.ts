import { defineLabels, say, type Locale } from '@/src/lib/i18n'

const words = defineLabels({ online: { ru: 'на связи {hours}', en: 'available {hours}' } })

/** Hours that say themselves until when: «до 18:00». */
const TELLING = /^\D*(до|с|until|from)/i

/** When a manager may be reached, as it is said beside their name: «на связи пн–пт, 9–18». */
export const reachableHours = (hours: string | null, locale: Locale): string | null =>
  !hours || TELLING.test(hours) ? hours : say(words.online, locale, { hours })
