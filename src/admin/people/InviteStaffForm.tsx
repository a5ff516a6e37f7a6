'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition, type FormEvent } from 'react'
import { callAction } from '../lib/callAction'
import { TextBox } from '../lib/TextBox'

type Choice = { id: string; name: string }
type Words = Record<'invite' | 'note' | 'name' | 'email' | 'role' | 'send' | 'sent' | 'back' | 'failed', string>

/** Name, address, role; what was typed stays until the letter is on its way. */
export function InviteStaffForm({ roles, words }: { roles: Choice[]; words: Words }) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [said, setSaid] = useState<{ ok: boolean; text: string } | null>(null)
  const [pending, start] = useTransition()

  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const typed = Object.fromEntries(new FormData(event.currentTarget))
    start(async () => {
      const answer = await callAction('staff.invite', typed, words.failed)
      setSaid({ ok: answer.ok, text: answer.ok ? words.sent.replace('{email}', String(typed.email)) : answer.message })
      if (!answer.ok) return
      setOpen(false)
      router.refresh()
    })
  }

  return (
    <div className="kb-invite">
      {open ? (
        <form className="kb-form kb-sheet" onSubmit={send}>
          <TextBox label={words.name} name="name" required />
          <TextBox label={words.email} name="email" required type="email" />
          <label>
            <span>{words.role}</span>
            <select className="kb-input" defaultValue="manager" name="role">
              {roles.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <p className="kb-muted kb-small">{words.note}</p>
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
        <button
          className="kb-btn"
          data-tone="main"
          onClick={() => {
            setSaid(null)
            setOpen(true)
          }}
          type="button"
        >
          {words.invite}
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
