'use client'

import { ChevronDown } from '@/src/ui/icon/icons'
import { useId, type ReactNode, type SelectHTMLAttributes } from 'react'
import { Field, controlAttributes } from './Field'
import { useFieldError } from './FormContext'

export type SelectProps = Omit<SelectHTMLAttributes<HTMLSelectElement>, 'id'> & {
  name: string
  label: ReactNode
  options: { value: string; label: string; disabled?: boolean; hidden?: boolean }[]
  /** the empty choice: «Выберите склад» */
  placeholder?: string
  help?: ReactNode
  error?: string
  optional?: string
}

/** One of several, in the browser's own list. */
export function Select({ name, label, options, placeholder, help, error, optional, ...rest }: SelectProps) {
  const id = useId()
  const wrong = useFieldError(name, error)
  return (
    <Field id={id} label={label} help={help} error={wrong} optional={optional}>
      <div className="relative">
        <select {...rest} {...controlAttributes(id, help, wrong)} name={name} className="field-control">
          {placeholder === undefined ? null : <option value="">{placeholder}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled} hidden={option.hidden}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown className="pointer-events-none absolute inset-y-0 right-3 my-auto !size-4 text-ink-2" />
      </div>
    </Field>
  )
}
