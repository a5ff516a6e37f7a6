'use client'

import { startTransition, useActionState, useEffect, useRef, type FormEvent, type ReactNode } from 'react'
import { FormContext, FormPending } from './FormContext'
import type { FormAction, FormState } from './formState'
import { keepDraft } from './keepDraft'

export type ActionFormProps = {
  action: FormAction
  /** keeps what is typed in this browser until it is sent; unique for the thing that is edited */
  draft?: string
  children: ReactNode
  className?: string
  id?: string
  /** said when the form was taken and gives no message of its own */
  done?: string
  /** the form is for one more thing of its kind: what was taken is emptied */
  emptied?: boolean
}

/** A form over a server action: errors beside their fields, the first wrong one focused, nothing typed is lost. */
export function ActionForm({ action, draft, children, className, id, done, emptied }: ActionFormProps) {
  const form = useRef<HTMLFormElement>(null)
  const [state, dispatch, pending] = useActionState<FormState, FormData>(action, {})

  useEffect(() => (draft && form.current ? keepDraft(form.current, draft) : undefined), [draft])

  useEffect(() => {
    if (state.ok && emptied) form.current?.reset()
    if (state.ok && draft) sessionStorage.removeItem(draft)
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')
    if (state.errors && wrong) wrong.focus()
    else if (state.message && !state.ok) form.current?.querySelector<HTMLElement>('[data-form-message]')?.focus()
  }, [state, draft, emptied])

  // not through `action` alone: React would empty the fields after an answer with errors
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const native = event.nativeEvent
    const data = new FormData(event.currentTarget, native instanceof SubmitEvent ? native.submitter : null)
    startTransition(() => dispatch(data))
  }
  const words = state.message ?? (state.ok ? done : undefined)
  return (
    <form
      ref={form}
      id={id}
      action={dispatch}
      onSubmit={send}
      className={className ?? 'grid grid-cols-[minmax(0,1fr)] gap-4.5'}
      aria-busy={pending || undefined}
      noValidate
    >
      <div
        role="status"
        data-form-message
        tabIndex={-1}
        className={
          words
            ? state.ok
              ? 'rounded-sm bg-good-wash px-3.5 py-2.5'
              : 'rounded-sm bg-bad-wash px-3.5 py-2.5'
            : 'hidden'
        }
      >
        {words}
      </div>
      <FormContext value={state}>
        <FormPending value={pending}>
          <fieldset disabled={pending} className="contents">
            {children}
          </fieldset>
        </FormPending>
      </FormContext>
    </form>
  )
}
