import type { ReactNode } from 'react'

export type FieldProps = {
  id: string
  label: ReactNode
  /** under the field: what it is for, an example */
  help?: ReactNode
  error?: string
  /** said in words beside the label: «не обязательно» */
  optional?: string
  children: ReactNode
}

/** Label above, help below, the error beside what it is about. */
export function Field({ id, label, help, error, optional, children }: FieldProps) {
  return (
    <div className="grid min-w-0 gap-1">
      <label htmlFor={id} className="text-md font-mid">
        {label}
        {optional ? <span className="font-normal text-ink-3">, {optional}</span> : null}
      </label>
      {children}
      {error ? (
        <p id={`${id}-error`} className="text-sm text-bad">
          {error}
        </p>
      ) : null}
      {help ? (
        <div id={`${id}-help`} className="text-sm text-ink-2">
          {help}
        </div>
      ) : null}
    </div>
  )
}

/** The attributes that tie a control to its help and error. */
export function controlAttributes(id: string, help: ReactNode, error: string | undefined) {
  const by = [error && `${id}-error`, help ? `${id}-help` : ''].filter(Boolean).join(' ')
  return { id, 'aria-invalid': error ? true : undefined, 'aria-describedby': by || undefined } as const
}
