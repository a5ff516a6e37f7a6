'use client'

import { useId, type ReactNode, type TextareaHTMLAttributes } from 'react'
import { Field, controlAttributes } from './Field'
import { useFieldError } from './FormContext'

export type TextareaProps = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'id'> & {
  name: string
  label: ReactNode
  help?: ReactNode
  error?: string
  optional?: string
}

/** Several lines; grows with what is typed. */
export function Textarea({ name, label, help, error, optional, ...rest }: TextareaProps) {
  const id = useId()
  const wrong = useFieldError(name, error)
  return (
    <Field id={id} label={label} help={help} error={wrong} optional={optional}>
      <textarea rows={3} {...rest} {...controlAttributes(id, help, wrong)} name={name} className="field-control" />
    </Field>
  )
}
