'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition, type FormEvent } from 'react'
import { callAction } from '../lib/callAction'
import { TextBox } from '../lib/TextBox'

type Choice = { id: string; name: string }
type Words = Record<'invite' | 'name' | 'email' | 'phone' | 'position' | 'role' | 'send' | 'sent' | 'back' | 'failed', string>

/** Invites a person to a client's cabinet. What was typed stays until the letter is on its way. */
export function InviteForm({ company, roles, words }: { company: string; roles: Choice[]; words: Words }) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [said, setSaid] = useState<{ ok: boolean; text: string } | null>(null)
  const [pending, start] = useTransition()

  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const form = event.currentTarget
    // Every control of the form is a text.
    const typed = Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== '')) as Record<string, string>
    start(async () => {
      const answer = await callAction('memberships.invite', { company, ...typed }, words.failed)
      setSaid({ ok: answer.ok, text: answer.ok ? words.sent.replace('{email}', typed.email ?? '') : answer.message })
      if (!answer.ok) return
      form.reset()
      setOpen(false)
      router.refresh()
    })
  }

  return (
    <div className="kb-pad">
      {open ? (
        <form className="kb-form" onSubmit={send}>
          <TextBox label={words.name} name="name" required />
          <TextBox label={words.email} name="email" required type="email" />
          <TextBox label={words.phone} name="phone" type="tel" />
          <TextBox label={words.position} name="position" />
          <label>
            <span>{words.role}</span>
            <select className="kb-input" name="portalRole" required>
              {roles.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
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
