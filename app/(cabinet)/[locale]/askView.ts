import { daysUntil, humanDate } from '@/src/lib/dates'
import { say, type Locale } from '@/src/lib/i18n'
import type { Ask } from '@/src/mechanisms/asks/defineAsk'
import type { AskItem as AskRow } from '@/src/ui/thing/AskList'
import { leaveForLater } from './aside.server'
import { homePage as words } from './home.labels'

const SOON_DAYS = 3

/** One thing that is wanted, in words: how late or by when, what, and the button. */
export function askView(ask: Ask, locale: Locale, zone: string, href: (path: string) => string): AskRow {
  const days = ask.when ? daysUntil(ask.when, zone) : null
  return {
    key: ask.key,
    when: ask.when === null || days === null ? '' : whenWords(ask.when, days, locale, zone),
    urgency: days === null ? 'calm' : days < 0 ? 'late' : days <= SOON_DAYS ? 'soon' : 'calm',
    title: say(ask.title, locale, ask.params),
    ...(ask.note ? { note: say(ask.note, locale, ask.params) } : {}),
    ...(ask.amount ? { amount: ask.amount.amount, currency: ask.amount.currency } : {}),
    action: { label: say(ask.button, locale), href: href(ask.href) },
    ...(ask.aside ? { later: laterOf(ask.key, ask.aside, locale) } : {}),
  }
}

function laterOf(
  key: string,
  { stamp, done }: NonNullable<Ask['aside']>,
  locale: Locale,
): NonNullable<AskRow['later']> {
  return {
    name: say(words.aside, locale),
    ways: [
      {
        key: 'tomorrow',
        label: say(words.tomorrow, locale),
        run: leaveForLater.bind(null, locale, key, stamp, 'tomorrow'),
      },
      { key: 'news', label: say(done, locale), run: leaveForLater.bind(null, locale, key, stamp, 'news') },
    ],
  }
}

function whenWords(day: string, days: number, locale: Locale, zone: string): string {
  if (days < 0) return say(words.late, locale, { days: -days })
  if (days === 0) return say(words.today, locale)
  return say(words.by, locale, { day: humanDate(day, locale, zone) })
}
