import { say, type Locale } from '@/src/lib/i18n'
import { adminLabels } from '../admin.labels'
import { workplaceLabels } from './workplace.labels'

/** Words of the form that writes to a client, for a component of the browser. */
export function messageWords(locale: Locale) {
  const words = workplaceLabels
  return {
    write: say(words.write, locale),
    send: say(words.send, locale),
    internal: say(words.internal, locale),
    attach: say(words.attach, locale),
    inside: say(words.writeInside, locale),
    failed: say(adminLabels.failed, locale),
  }
}
