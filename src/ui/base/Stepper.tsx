import type { ReactNode } from 'react'
import type { Locale } from '@/src/lib/i18n'
import { say } from '@/src/lib/i18n'
import { baseLabels } from './base.labels'

export type StepperStep = {
  key: string
  label: string
  /** date, place or plan under the name of the step */
  note?: ReactNode
  is: 'done' | 'now' | 'next' | 'stopped'
}

const WORDS = {
  done: baseLabels.stepDone,
  now: baseLabels.stepNow,
  next: baseLabels.stepNext,
  stopped: baseLabels.stepStopped,
}

/** The way of a thing as steps with dates: across on the desk, down on a phone. Lies in a Sheet of its own. */
export function Stepper({
  locale,
  label,
  steps,
}: {
  locale: Locale
  /** «Ход заказа» */ label: string
  steps: StepperStep[]
}) {
  return (
    <ol className="way px-4 py-4 md:p-5" aria-label={label}>
      {steps.map((step) => (
        <li key={step.key} data-is={step.is} aria-current={step.is === 'now' ? 'step' : undefined}>
          <b>
            {step.label}
            <span className="sr-only">, {say(WORDS[step.is], locale)}</span>
          </b>
          {step.note}
        </li>
      ))}
    </ol>
  )
}
