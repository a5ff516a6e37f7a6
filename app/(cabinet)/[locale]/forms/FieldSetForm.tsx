'use client'

import { useContext, useEffect, useRef, useState } from 'react'
import type { Locale } from '@/src/lib/i18n'
import { computedOf } from '@/src/mechanisms/fieldsets/computed.rules'
import { isInputOf, type FieldSet, type Typed } from '@/src/mechanisms/fieldsets/definition'
import { shownOf } from '@/src/mechanisms/fieldsets/shown.rules'
import { ActionForm } from '@/src/ui/form/ActionForm'
import { FormContext } from '@/src/ui/form/FormContext'
import type { FormState } from '@/src/ui/form/formState'
import { SubmitButton } from '@/src/ui/base/SubmitButton'
import { cx } from '@/src/ui/base/cx'
import type { AskedPage } from './askedSet'
import { FieldControl } from './FieldControl'
import type { FormWords } from './forms.labels'
import { typedOf } from './typedOf'

/** How long after the last key a draft is kept. */
const QUIET_MS = 1_500

export type FieldSetFormProps = {
  action: (state: FormState, form: FormData) => Promise<FormState>
  /** Keeps what is typed while it is typed; left out, nothing is kept. */
  keep?: (form: FormData) => Promise<void>
  /** The whole set, by which both sides decide what is asked. */
  set: FieldSet
  /** The pages that are shown at once: one of several, or all. */
  pages: readonly AskedPage[]
  /** Where the one that is shown stands among those that are asked. */
  step: { place: number; number: number; of: number; last: boolean } | null
  typed: Typed
  errors: Record<string, string>
  submit: string
  words: FormWords
  locale: Locale
}

/** A set of fields that is filled in: what is asked follows what is typed, mistakes stand beside their fields. */
export function FieldSetForm({
  action,
  keep,
  set,
  pages,
  step,
  typed,
  errors,
  submit,
  words,
  locale,
}: FieldSetFormProps) {
  const check = async (form: FormData): Promise<Record<string, string>> => {
    if (form.get('go') === 'back') return {}
    // What proves the fields is much, and wanted only now; where it does not come, the server says the same.
    const checks = await import('./checkTyped').catch(() => null)
    return checks
      ? checks.wrongOf(set, typedOver(typed, form, pages), { locale, ...(step ? { page: step.place } : {}) })
      : {}
  }
  return (
    <ActionForm action={action} check={check} initial={{ errors }}>
      <Fields keep={keep} locale={locale} pages={pages} set={set} step={step} typed={typed} words={words} />
      {/* For robots, which fill in everything: people neither see it nor come to it by Tab. */}
      <div aria-hidden className="sr-only">
        <label>
          {words.trap}
          <input autoComplete="off" name="website" tabIndex={-1} />
        </label>
      </div>
      {/* The way on comes first, for Enter presses the first of them. */}
      <div className="flex flex-row-reverse flex-wrap justify-end gap-2.5">
        <SubmitButton name="go" tone="primary" value={step && !step.last ? 'next' : 'send'}>
          {step && !step.last ? words.next : submit || words.send}
        </SubmitButton>
        {step && step.number > 1 ? (
          <SubmitButton formNoValidate name="go" value="back">
            {words.back}
          </SubmitButton>
        ) : null}
      </div>
    </ActionForm>
  )
}

type FieldsProps = Pick<FieldSetFormProps, 'keep' | 'set' | 'pages' | 'step' | 'typed' | 'words' | 'locale'>

function Fields({ keep, set, pages, step, typed: before, words, locale }: FieldsProps) {
  const values = useContext(FormContext).values ?? before
  const [typed, setTyped] = useState<Typed>(before)
  const root = useRef<HTMLDivElement>(null)
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    const form = root.current?.closest('form')
    // What is sent is kept by the server: a draft must not come after it.
    const stop = () => clearTimeout(waiting.current)
    form?.addEventListener('submit', stop)
    return () => {
      stop()
      form?.removeEventListener('submit', stop)
    }
  }, [])

  const hear = () => {
    const form = root.current?.closest('form')
    if (!form) return
    const now = new FormData(form)
    setTyped(typedOver(before, now, pages))
    if (!keep) return
    clearTimeout(waiting.current)
    waiting.current = setTimeout(() => void keep(withoutFiles(now)).catch(() => undefined), QUIET_MS)
  }
  const shown = shownOf(set, typed)
  const computed = computedOf(set, typed, shown)
  const isAsked = ({ place }: AskedPage): boolean => step !== null || shown.pages.has(place)
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4.5" onChange={hear} ref={root}>
      {/* Without a script nothing follows what is typed: all is shown, and the server leaves out what is not asked. */}
      <noscript>
        <style>{'[data-unasked]{display:grid}.js-only{display:none}'}</style>
      </noscript>
      {pages.map((page) => (
        <section
          className={cx('grid-cols-[minmax(0,1fr)] gap-4.5', isAsked(page) && 'grid')}
          data-unasked={isAsked(page) ? undefined : ''}
          key={page.place}
        >
          {page.title && !step ? <h2 className="text-lg font-mid">{page.title}</h2> : null}
          {page.fields.map((field, place) => (
            <div
              data-unasked={field.when !== undefined && !isShown(field, shown, typed, set) ? '' : undefined}
              key={field.name || place}
            >
              <FieldControl
                computed={Object.hasOwn(computed, field.name) ? computed[field.name] : undefined}
                field={field}
                heard={hear}
                locale={locale}
                typed={typed}
                values={values}
                words={words}
              />
            </div>
          ))}
        </section>
      ))}
    </div>
  )
}

/** A note has no name to be shown by: its own condition is asked. */
const isShown = (
  field: AskedPage['fields'][number],
  shown: ReturnType<typeof shownOf>,
  typed: Typed,
  set: FieldSet,
): boolean =>
  field.name !== ''
    ? shown.fields.has(field.name)
    : shownOf(
        { pages: [...set.pages, { title: field.label, fields: [{ ...field, name: 'note' }] }] },
        typed,
      ).fields.has('note')

/** What is typed here over what was typed on other pages. */
function typedOver(before: Typed, form: FormData, pages: readonly AskedPage[]): Typed {
  const here = pages.flatMap(({ fields }) => fields.map(({ name }) => name)).filter((name) => name !== '')
  const others = Object.entries(before).filter(([input]) => !here.some((name) => isInputOf(input, name)))
  return { ...Object.fromEntries(others), ...typedOf(form) }
}

function withoutFiles(form: FormData): FormData {
  const texts = new FormData()
  for (const [name, value] of form) if (typeof value === 'string' && !name.startsWith('$')) texts.append(name, value)
  return texts
}
