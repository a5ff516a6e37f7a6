import { say, type Locale } from '@/src/lib/i18n'
import { adminLabels } from '../admin.labels'
import { clientsLabels } from './clients.labels'

const keys = [
  'client',
  'state',
  'manager',
  'branches',
  'inWork',
  'lastOrder',
  'debt',
  'orders',
  'papers',
  'chooseAll',
  'toManager',
  'assign',
  'toBranches',
  'setBranches',
  'given',
  'put',
] as const

export type DistributionWords = Record<(typeof keys)[number], string> & {
  failed: string
  byDefault: string | null
  chosen: string
}

/** Words of the table of clients; `{count}` in `chosen` is left for the browser. */
export function distributionWords(locale: Locale, defaultManager: string | undefined): DistributionWords {
  const words = clientsLabels
  return {
    // fromEntries forgets that the keys are exactly these.
    ...(Object.fromEntries(keys.map((key) => [key, say(words[key], locale)])) as Record<(typeof keys)[number], string>),
    chosen: words.chosen[locale],
    byDefault: defaultManager ? say(words.byDefault, locale, { name: defaultManager }) : null,
    failed: say(adminLabels.failed, locale),
  }
}
