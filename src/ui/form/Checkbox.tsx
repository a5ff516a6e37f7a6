'use client'

import { useId, type InputHTMLAttributes, type ReactNode } from 'react'
import { controlAttributes } from './Field'
import { useFieldError } from './FormContext'

export type CheckboxProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'type'> & {
  name: string
  label: ReactNode
  help?: ReactNode
  error?: string
}

/** Yes or no, with its words at the right. */
export function Checkbox({ name, label, help, error, ...rest }: CheckboxProps) {
  const id = useId()
  const wrong = useFieldError(name, error)
  return (
    <div>
      <div className="flex min-h-6 items-start gap-2.5">
        <input {...rest} {...controlAttributes(id, help, wrong)} type="checkbox" name={name} className="mt-0.75" />
        <label htmlFor={id}>{label}</label>
      </div>
      {wrong ? (
        <p id={`${id}-error`} className="pl-6.5 text-sm text-bad">
          {wrong}
        </p>
      ) : null}
      {help ? (
        <div id={`${id}-help`} className="pl-6.5 text-sm text-ink-2">
          {help}
        </div>
      ) : null}
    </div>
  )
}
