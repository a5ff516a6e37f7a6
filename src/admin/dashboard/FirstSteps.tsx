import Link from 'next/link'
import { say, type Locale } from '@/src/lib/i18n'
import type { ShownStep } from '@/src/mechanisms/panel/defineFirstStep'
import { dashboardLabels } from './dashboard.labels'

const words = dashboardLabels

/** What to do first in a portal that has just been started; it goes away when all is done. */
export function FirstSteps({ steps, locale }: { steps: readonly ShownStep[]; locale: Locale }) {
  if (steps.length === 0) return null
  const next = steps.find(({ done }) => !done)?.step
  return (
    <section className="kb-sheet" id="first-steps">
      <header>
        <h2>{say(words.firstSteps, locale)}</h2>
      </header>
      <ol className="kb-steps">
        {steps.map(({ step, done }) => (
          <li data-done={done ? '' : undefined} key={step.key}>
            <span className="kb-state" data-tone={done ? 'good' : step === next ? 'run' : undefined}>
              <b>{say(step.label, locale)}</b>
            </span>
            <span className="kb-muted kb-small">{say(done ? words.done : step.why, locale)}</span>
            {done ? null : (
              <Link className="kb-btn" data-tone={step === next ? 'main' : undefined} href={step.href} prefetch={false}>
                {say(step.go, locale)}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
