'use client'

import { Paperclip, X } from '@/src/ui/icon/icons'
import { useEffect, useId, useRef, useState, type ClipboardEvent, type DragEvent } from 'react'
import { buttonClass } from '../base/buttonClass'
import { controlAttributes } from './Field'
import { useFieldError } from './FormContext'

export type MessageInputProps = {
  /** name of the text; the files are `files` */
  name: string
  label: string
  /** left out: files are not taken here */
  attach?: { label: string; help: string; accept: string; maxBytes: number; words: { remove: string; tooMuch: string } }
}

/** A message with files: chosen, dragged onto it or pasted into it, one after another. */
export function MessageInput({ name, label, attach }: MessageInputProps) {
  const id = useId()
  const picker = useRef<HTMLInputElement>(null)
  const [files, setFiles] = useState<File[]>([])
  const [tooMuch, setTooMuch] = useState(false)
  const wrong = useFieldError(name)
  const wrongFiles = useFieldError('files')

  const keep = (next: File[]): void => {
    const held = new DataTransfer()
    for (const file of next) held.items.add(file)
    if (picker.current) picker.current.files = held.files
    setFiles(next)
  }
  const add = (more: Iterable<File>): void => {
    if (!attach) return
    const next = [...files.filter((one) => ![...more].some((file) => isSame(file, one))), ...more]
    const within = next.reduce((sum, { size }) => sum + size, 0) <= attach.maxBytes
    setTooMuch(!within)
    keep(within ? next : files)
  }

  // The form is emptied when its message was taken.
  useEffect(() => {
    const form = picker.current?.form
    const forget = (): void => {
      setFiles([])
      setTooMuch(false)
    }
    form?.addEventListener('reset', forget)
    return () => form?.removeEventListener('reset', forget)
  }, [])

  const onPaste = (event: ClipboardEvent): void => {
    if (!attach || event.clipboardData.files.length === 0) return
    event.preventDefault()
    add([...event.clipboardData.files].map(named))
  }
  const onDrop = (event: DragEvent<HTMLElement>): void => {
    if (!attach) return
    event.preventDefault()
    event.currentTarget.removeAttribute('data-over')
    add(event.dataTransfer.files)
  }
  return (
    <div
      className="message-input grid gap-2"
      onDragLeave={(event) => event.currentTarget.removeAttribute('data-over')}
      onDragOver={(event) => {
        if (!attach) return
        event.preventDefault()
        event.currentTarget.setAttribute('data-over', '')
      }}
      onDrop={onDrop}
    >
      <label className="text-md font-mid" htmlFor={id}>
        {label}
      </label>
      <textarea
        {...controlAttributes(id, attach?.help, wrong)}
        className="field-control"
        maxLength={8_000}
        name={name}
        onPaste={onPaste}
        rows={2}
      />
      {wrong ? (
        <p className="text-sm text-bad" id={`${id}-error`}>
          {wrong}
        </p>
      ) : null}
      {attach ? (
        <>
          {files.length > 0 ? (
            <ul className="flex flex-wrap gap-1.5">
              {files.map((file) => (
                <li
                  className="inline-flex max-w-full items-center gap-1 rounded-sm bg-sunk pl-2.5 text-sm"
                  key={`${file.name} ${file.size} ${file.lastModified}`}
                >
                  <span className="truncate">{file.name}</span>
                  <button
                    aria-label={attach.words.remove.replace('{name}', file.name)}
                    className="grid size-8 flex-none place-items-center rounded-sm hover:bg-line pointer-coarse:size-11 [&_svg]:!size-4"
                    onClick={() => keep(files.filter((one) => one !== file))}
                    type="button"
                  >
                    <X />
                  </button>
                </li>
              ))}
            </ul>
          ) : null}
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <label className={buttonClass('flat', 's', 'has-focus-visible:outline-2')}>
              <Paperclip />
              {attach.label}
              <input
                accept={attach.accept}
                aria-invalid={wrongFiles || tooMuch ? true : undefined}
                className="sr-only"
                multiple
                name="files"
                onChange={(event) => {
                  // What is chosen now comes to what was chosen before.
                  const chosen = [...(event.target.files ?? [])]
                  if (chosen.length > 0) add(chosen)
                }}
                ref={picker}
                type="file"
              />
            </label>
            <span className="text-sm text-ink-2" id={`${id}-help`}>
              {attach.help}
            </span>
          </div>
          {wrongFiles || tooMuch ? (
            <p className="text-sm text-bad" role="alert">
              {tooMuch ? attach.words.tooMuch : wrongFiles}
            </p>
          ) : null}
        </>
      ) : null}
    </div>
  )
}

const isSame = (one: File, other: File): boolean =>
  one.name === other.name && one.size === other.size && one.lastModified === other.lastModified

/** A pasted picture is always «image.png»: several of them must not look like one. */
function named(file: File, index: number): File {
  if (file.name !== 'image.png') return file
  const stamp = new Date().toISOString().slice(0, 19).replace(/[T:]/g, '-')
  return new File([file], `image-${stamp}${index > 0 ? `-${index + 1}` : ''}.png`, { type: file.type })
}
