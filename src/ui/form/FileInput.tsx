'use client'

import { Upload } from '@/src/ui/icon/icons'
import { useId, useRef, useState, type DragEvent, type ReactNode } from 'react'
import { useFieldError } from './FormContext'

export type FileInputProps = {
  name: string
  label: ReactNode
  /** «PDF, JPG или PNG, до 20 МБ» */
  help?: ReactNode
  error?: string
  accept?: string
  multiple?: boolean
  required?: boolean
  /** «Выберите файлы или перетащите их сюда» */
  invite: string
}

/** Files by choosing or by dragging; their names are told. */
export function FileInput({ name, label, help, error, accept, multiple, required, invite }: FileInputProps) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [names, setNames] = useState<string[]>([])
  const wrong = useFieldError(name, error)
  const tell = () => setNames([...(input.current?.files ?? [])].map((file) => file.name))
  const drop = (event: DragEvent<HTMLElement>) => {
    event.preventDefault()
    event.currentTarget.removeAttribute('data-over')
    if (!input.current || event.dataTransfer.files.length === 0) return
    input.current.files = event.dataTransfer.files
    tell()
  }
  return (
    <div className="grid gap-1">
      <span id={`${id}-name`} className="text-md font-mid">
        {label}
      </span>
      <label
        className="drop-zone"
        onDragOver={(event) => {
          event.preventDefault()
          event.currentTarget.setAttribute('data-over', '')
        }}
        onDragLeave={(event) => event.currentTarget.removeAttribute('data-over')}
        onDrop={drop}
      >
        <input
          ref={input}
          type="file"
          name={name}
          accept={accept}
          multiple={multiple}
          required={required}
          onChange={tell}
          className="sr-only"
          aria-labelledby={`${id}-name`}
          aria-invalid={wrong ? true : undefined}
          aria-describedby={wrong ? `${id}-error` : undefined}
        />
        <span className="inline-flex items-center gap-2">
          <Upload className="text-ink-3" />
          {names.length ? names.join(', ') : invite}
        </span>
        {help ? <span className="mt-0.5 block text-sm text-ink-2">{help}</span> : null}
      </label>
      {wrong ? (
        <p id={`${id}-error`} className="text-sm text-bad">
          {wrong}
        </p>
      ) : null}
    </div>
  )
}
