import Link from 'next/link'
import { say, type Locale } from '@/src/lib/i18n'
import { firstStepsLabels } from './dashboard.labels'
import type { FirstStep, StepDone } from './firstSteps.queries'

const words = firstStepsLabels
const where: Record<FirstStep, string> = {
  details: '/admin/globals/company-details',
  node: '/admin/collections/exchange-nodes/create',
  exchange: '/admin/exchange',
  staff: '/admin/collections/staff',
  client: '/admin/workplace/clients',
}

/** What to do first in a portal that has just been started; it goes away when all is done. */
export function FirstSteps({ steps, locale }: { steps: StepDone[]; locale: Locale }) {
  if (steps.length === 0) return null
  const next = steps.find(({ done }) => !done)?.step
  return (
    <section className="kb-sheet" id="first-steps">
      <header>
        <h2>{say(words.title, locale)}</h2>
      </header>
      <ol className="kb-steps">
        {steps.map(({ step, done }) => (
          <li data-done={done ? '' : undefined} key={step}>
            <span className="kb-state" data-tone={done ? 'good' : step === next ? 'run' : undefined}>
              <b>{say(words[step], locale)}</b>
            </span>
            <span className="kb-muted kb-small">{done ? say(words.done, locale) : say(words.why[step], locale)}</span>
            {done ? null : (
              <Link className="kb-btn" data-tone={step === next ? 'main' : undefined} href={where[step]} prefetch={false}>
                {say(words.go[step], locale)}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
