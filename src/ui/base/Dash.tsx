import type { Locale } from '@/src/lib/i18n'
import { say } from '@/src/lib/i18n'
import { baseLabels } from './base.labels'

/** Nothing here: a dash for the eye and, where the language is known, a word for the reader. */
export function Dash({ locale }: { locale?: Locale }) {
  if (!locale) return <span className="dash text-ink-2">—</span>
  return (
    <span className="dash text-ink-2">
      <span aria-hidden>—</span>
      <span className="sr-only">{say(baseLabels.none, locale)}</span>
    </span>
  )
}
