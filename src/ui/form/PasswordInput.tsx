'use client'

import { Eye, EyeOff } from '@/src/ui/icon/icons'
import { useId, useState, type ReactNode } from 'react'
import { Field, controlAttributes } from './Field'
import { useFieldError } from './FormContext'

export type PasswordInputProps = {
  name: string
  label: ReactNode
  help?: ReactNode
  error?: string
  /** an old one is asked for, or a new one is made */
  autoComplete: 'current-password' | 'new-password'
  words: { show: string; hide: string }
  required?: boolean
}

/** A password that can be looked at. */
export function PasswordInput({ name, label, help, error, words, ...rest }: PasswordInputProps) {
  const id = useId()
  const [open, setOpen] = useState(false)
  const wrong = useFieldError(name, error)
  const word = open ? words.hide : words.show
  return (
    <Field id={id} label={label} help={help} error={wrong}>
      <div className="relative">
        <input
          {...rest}
          {...controlAttributes(id, help, wrong)}
          name={name}
          type={open ? 'text' : 'password'}
          className="field-control !pr-11"
        />
        <button
          type="button"
          aria-label={word}
          title={word}
          aria-pressed={open}
          onClick={() => setOpen(!open)}
          className="absolute inset-y-0 right-0 grid w-10 place-items-center text-ink-2 hover:text-ink"
        >
          {open ? <EyeOff /> : <Eye />}
        </button>
      </div>
    </Field>
  )
}
