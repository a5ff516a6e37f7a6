'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition, type FormEvent, type ReactNode } from 'react'
import { callAction } from './callAction'

type Props = {
  action: string
  /** What goes along with what is typed. */
  input?: Record<string, unknown>
  /** `{name}` in `sent` stands for what was typed under that name. */
  words: Record<'open' | 'send' | 'sent' | 'back' | 'failed', string>
  tone?: 'main'
  className?: string
  formClassName?: string
  /** The fields. */
  children: ReactNode
}

/**
 * A form that unfolds from a button and runs an action with what was typed; empty fields are not sent. What was typed
 * stays until it went well; then the page is shown anew.
 */
export function PanelForm({ action, input, words, tone, className, formClassName = '', children }: Props) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [said, setSaid] = useState<{ ok: boolean; text: string } | null>(null)
  const [pending, start] = useTransition()

  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const typed = Object.fromEntries([...new FormData(event.currentTarget)].filter(([, value]) => value !== ''))
    start(async () => {
      const answer = await callAction(action, { ...input, ...typed }, words.failed)
      setSaid({
        ok: answer.ok,
        text: answer.ok
          ? words.sent.replace(/\{(\w+)\}/g, (_place, name: string) => String(typed[name] ?? ''))
          : answer.message,
      })
      if (!answer.ok) return
      setOpen(false)
      router.refresh()
    })
  }
  const unfold = (): void => {
    setSaid(null)
    setOpen(true)
  }

  return (
    <div className={className}>
      {open ? (
        <form className={`kb-form ${formClassName}`} onSubmit={send}>
          {children}
          <div className="kb-bar">
            <button className="kb-btn" data-tone="main" disabled={pending} type="submit">
              {words.send}
            </button>
            <button className="kb-btn" onClick={() => setOpen(false)} type="button">
              {words.back}
            </button>
          </div>
        </form>
      ) : (
        <button className="kb-btn" data-tone={tone} onClick={unfold} type="button">
          {words.open}
        </button>
      )}
      {said ? (
        <p className={said.ok ? 'kb-good kb-small' : 'kb-error'} role={said.ok ? 'status' : 'alert'}>
          {said.text}
        </p>
      ) : null}
    </div>
  )
}
