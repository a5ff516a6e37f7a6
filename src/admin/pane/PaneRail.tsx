import { humanDate } from '@/src/lib/dates'
import { say, type Locale } from '@/src/lib/i18n'
import type { RailStep } from '@/src/mechanisms/workflow/railOf'
import { paneLabels } from './pane.labels'

/** The way of a record: states behind, the present one, those ahead; each in words, with its day. */
export function PaneRail({ steps, locale }: { steps: readonly RailStep[]; locale: Locale }) {
  if (steps.length === 0) return null
  return (
    <ol aria-label={say(paneLabels.way, locale)} className="kb-rail">
      {steps.map(({ state, label, at, is }) => (
        <li aria-current={is === 'now' || is === 'stopped' ? 'step' : undefined} data-is={is} key={state}>
          <b>{label}</b>
          <span className="kb-muted kb-small">{at ? humanDate(at, locale) : ''}</span>
        </li>
      ))}
    </ol>
  )
}
