import { say, type Locale } from '@/src/lib/i18n'
import type { TransitionBar, TransitionOption } from '@/src/mechanisms/workflow/transitionBar'
import { SubmitButton } from '@/src/ui/base/SubmitButton'
import type { ButtonTone } from '@/src/ui/base/buttonClass'
import { Dialog, DialogButton } from '@/src/ui/feedback/Dialog'
import { TransitionForm } from './TransitionForm'
import { transitionLabels as words } from './transition.labels'

type TransitionButtonsProps = { bar: TransitionBar; locale: Locale }

/** The transitions of a record that are open to the person: a button each; what one asks for is asked in a dialog. */
export function TransitionButtons({ bar, locale }: TransitionButtonsProps) {
  if (bar.options.length === 0) return null
  return (
    <div className="no-print flex flex-wrap gap-2">
      {bar.options.map((option) => (
        <OptionButton bar={bar} key={option.name} locale={locale} option={option} />
      ))}
    </div>
  )
}

const asks = ({ question, comment, files, fields, signature }: TransitionOption): boolean =>
  Boolean(question ?? comment ?? files ?? signature) || fields.length > 0

/** Below everything else when it cannot be taken back, so that nobody presses it by chance. */
const toneOf = ({ tone }: TransitionOption): ButtonTone | undefined =>
  tone === 'main' ? 'primary' : tone === 'danger' ? 'flat' : undefined

function OptionButton({ bar, option, locale }: { bar: TransitionBar; option: TransitionOption; locale: Locale }) {
  const id = `way-${option.name}`
  if (!asks(option))
    return (
      <TransitionForm bar={bar} locale={locale} option={option}>
        <SubmitButton tone={toneOf(option)}>{option.label}</SubmitButton>
      </TransitionForm>
    )
  return (
    <>
      <DialogButton opens={id} tone={toneOf(option)}>
        {option.label}
      </DialogButton>
      <Dialog id={id} locale={locale} title={option.question?.title ?? option.label}>
        <TransitionForm
          bar={bar}
          lead={option.question ? <p className="text-md text-ink-2">{option.question.text}</p> : null}
          locale={locale}
          option={option}
        >
          <div className="flex flex-wrap justify-end gap-2">
            <DialogButton closes={id}>{option.question?.keep ?? say(words.keep, locale)}</DialogButton>
            <SubmitButton tone={option.tone === 'danger' ? 'danger' : 'primary'}>{option.label}</SubmitButton>
          </div>
        </TransitionForm>
      </Dialog>
    </>
  )
}
