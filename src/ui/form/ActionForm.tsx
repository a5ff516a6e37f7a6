'use client'

import {
  startTransition,
  useActionState,
  useEffect,
  useMemo,
  useRef,
  useState,
  type FormEvent,
  type ReactNode,
} from 'react'
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
  /** what the browser itself finds wrong, by the names of fields; only what it finds nothing in is sent */
  check?: (form: FormData) => Promise<Record<string, string>>
  /** how the form stands before it is sent */
  initial?: FormState
}

/** A form over a server action: errors beside their fields, the first wrong one focused, nothing typed is lost. */
export function ActionForm({ action, draft, children, className, id, done, emptied, check, initial }: ActionFormProps) {
  const form = useRef<HTMLFormElement>(null)
  const [answer, dispatch, pending] = useActionState<FormState, FormData>(action, initial ?? {})
  const [found, setFound] = useState<{ answer: FormState; errors: Record<string, string> } | null>(null)
  // What the browser found holds until the server has answered anew.
  const state = useMemo<FormState>(
    () =>
      found && found.answer === answer ? { ...answer, ok: false, message: undefined, errors: found.errors } : answer,
    [found, answer],
  )

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
    const dispatched = () => startTransition(() => dispatch(data))
    if (!check) return dispatched()
    void check(data).then(
      (errors) => (Object.keys(errors).length > 0 ? setFound({ answer, errors }) : dispatched()),
      dispatched,
    )
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
