'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useId, useRef, useState, useTransition, type FormEvent, type ReactNode } from 'react'
import type { Locale } from '@/src/lib/i18n'
import type { PaneEdit } from '@/src/mechanisms/panel/definePane'
import { callAction } from '../lib/callAction'
import { PanelField } from '../lib/PanelField'

type Props = PaneEdit & {
  locale: Locale
  words: Record<'edit' | 'save' | 'back' | 'failed', string>
  /** What stands there now. */
  children: ReactNode
}

/** A fact that is changed where it stands; what is wrong with it is said below the field, and what was typed stays. */
export function FactEdit({ action, input, field, locale, words, children }: Props) {
  const router = useRouter()
  const box = useRef<HTMLFormElement>(null)
  const errorId = useId()
  const [open, setOpen] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const [pending, start] = useTransition()

  useEffect(() => {
    if (open) fieldIn(box.current, field.name)?.focus()
  }, [open, field.name])
  useEffect(() => {
    const typed = fieldIn(box.current, field.name)
    if (error) typed?.setAttribute('aria-describedby', errorId)
    typed?.setAttribute('aria-invalid', String(error !== null))
  }, [error, errorId, field.name])

  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const typed = new FormData(event.currentTarget).get(field.name)
    start(async () => {
      const answer = await callAction(action, { ...input, [field.name]: typed }, words.failed)
      setError(answer.ok ? null : answer.message)
      if (!answer.ok) return fieldIn(box.current, field.name)?.focus()
      setOpen(false)
      router.refresh()
    })
  }

  if (!open)
    return (
      <>
        {children}{' '}
        <button
          aria-label={`${words.edit}: ${field.label[locale]}`}
          className="kb-plain"
          onClick={() => {
            setError(null)
            setOpen(true)
          }}
          type="button"
        >
          {words.edit}
        </button>
      </>
    )
  return (
    <form
      className="kb-form kb-edit"
      noValidate
      onKeyDown={(event) => {
        if (event.key === 'Escape') setOpen(false)
      }}
      onSubmit={send}
      ref={box}
    >
      <PanelField field={field} locale={locale} />
      {error ? (
        <p className="kb-error" id={errorId} role="alert">
          {error}
        </p>
      ) : null}
      <div className="kb-bar">
        <button className="kb-btn" data-tone="main" disabled={pending} type="submit">
          {words.save}
        </button>
        <button className="kb-btn" onClick={() => setOpen(false)} type="button">
          {words.back}
        </button>
      </div>
    </form>
  )
}

const fieldIn = (form: HTMLFormElement | null, name: string): HTMLElement | null =>
  form?.querySelector<HTMLElement>(`[name="${name}"]`) ?? null
