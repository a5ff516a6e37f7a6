'use client'

import { useId, type InputHTMLAttributes, type ReactNode } from 'react'
import { cx } from '../base/cx'
import { Field, controlAttributes } from './Field'
import { useFieldError } from './FormContext'

export type TextInputProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'id'> & {
  name: string
  label: ReactNode
  help?: ReactNode
  error?: string
  optional?: string
  id?: string
  /** rewrites what is typed: digits grouped, a phone formatted */
  format?: (text: string) => string
}

/** One line of text, of whatever type is typed (text, email, password, date, number …). */
export function TextInput({ name, label, help, error, optional, id, format, className, ...rest }: TextInputProps) {
  const made = useId()
  const key = id ?? made
  const wrong = useFieldError(name, error)
  return (
    <Field id={key} label={label} help={help} error={wrong} optional={optional}>
      <input
        {...rest}
        {...controlAttributes(key, help, wrong)}
        name={name}
        className={cx('field-control', className)}
        onInput={format ? (event) => keepCaret(event.currentTarget, format) : rest.onInput}
      />
    </Field>
  )
}

/** Formats while typing and leaves the caret after the same digit. */
function keepCaret(input: HTMLInputElement, format: (text: string) => string): void {
  const before = input.value
  const after = format(before)
  if (after === before) return
  const digits = before.slice(0, input.selectionStart ?? before.length).replace(/\D/g, '').length
  input.value = after
  let at = 0
  for (let seen = 0; at < after.length && seen < digits; at += 1) if (/\d/.test(after[at] ?? '')) seen += 1
  input.setSelectionRange(at, at)
}
