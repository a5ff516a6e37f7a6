'use client'

import { useId, useRef, useState, type KeyboardEvent } from 'react'
import type { NeededText, NeededValue, TransitionOption } from '@/src/mechanisms/workflow/transitionBar'
import type { PanelTransitionWords } from './panelTransitionWords'

type Props = {
  option: TransitionOption
  words: PanelTransitionWords
  tone: TransitionOption['tone']
  pending: boolean
  leave: () => void
  send: (more: Record<string, unknown>, files: readonly File[]) => void
}

/** Whether a transition is made by one press: nothing is asked before it. */
export const isBare = ({ question, comment, files, fields, signature }: TransitionOption): boolean =>
  !question && !comment && !files && !signature && fields.length === 0

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement
const controlsOf = (box: HTMLElement | null): Control[] => [...(box?.querySelectorAll<Control>('[name]') ?? [])]

/**
 * What a transition asks for, in its own words; the comment is there at once, so that one types and sends. No form of
 * its own: above a record it stands inside of Payload's.
 */
export function PanelTransitionForm({ option, words, tone, pending, leave, send }: Props) {
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const [isFull, setFull] = useState(false)
  const check = (): void => setFull(controlsOf(box.current).every(isGiven))
  const submit = (): void => send(...givenOf(option, controlsOf(box.current)))
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
    event.preventDefault()
    if (controlsOf(box.current).every(isGiven)) submit()
  }
  const label = (it: NeededText): string => (it.optional ? `${it.label}, ${words.optional}` : it.label)
  const needed = [option.comment, option.files, option.signature, ...option.fields].some((it) => it && !it.optional)
  return (
    <div className="kb-ask" onChange={check} onKeyDown={onKeyDown} ref={box}>
      {option.question?.title ? <b>{option.question.title}</b> : null}
      {option.question ? <p role="alert">{option.question.text}</p> : null}
      {option.fields.map((field) => (
        <label key={field.name}>
          {label(field)}
          <FieldInput field={field} />
        </label>
      ))}
      {option.comment ? (
        <>
          <label htmlFor={`${id}-comment`}>{label(option.comment)}</label>
          <textarea
            autoFocus
            className="kb-input"
            id={`${id}-comment`}
            maxLength={4000}
            name="comment"
            required={!option.comment.optional}
            rows={3}
          />
        </>
      ) : null}
      {option.files ? (
        <label>
          {label(option.files)}
          <input className="kb-input" multiple name="files" required={!option.files.optional} type="file" />
        </label>
      ) : null}
      {option.signature ? (
        <label>
          {label(option.signature)}
          <input autoComplete="one-time-code" className="kb-input" name="signature" required />
        </label>
      ) : null}
      <div className="kb-bar">
        <button
          className="kb-btn"
          data-tone={tone}
          disabled={pending || (needed && !isFull)}
          onClick={submit}
          type="button"
        >
          {option.label}
        </button>
        <button className="kb-btn" onClick={leave} type="button">
          {option.question?.keep ?? words.keep}
        </button>
      </div>
    </div>
  )
}

function FieldInput({ field }: { field: NeededValue }) {
  const common = { className: 'kb-input', name: `fields.${field.name}`, required: !field.optional }
  if (field.type === 'choice')
    return (
      <select {...common} defaultValue="">
        <option value="" />
        {field.options?.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    )
  return (
    <input
      {...common}
      step={field.type === 'number' ? 'any' : undefined}
      type={field.type === 'moment' ? 'datetime-local' : field.type}
    />
  )
}

/** Spaces alone are nothing. */
const isGiven = (control: Control): boolean =>
  control.checkValidity() && !(control.required && control.value.trim() === '')

function givenOf(option: TransitionOption, controls: readonly Control[]): [Record<string, unknown>, readonly File[]] {
  const textOf = (name: string): string | undefined =>
    controls.find((control) => control.name === name)?.value.trim() || undefined
  const fields = Object.fromEntries(
    option.fields.flatMap(({ name, type }) => {
      const value = textOf(`fields.${name}`)
      return value === undefined ? [] : [[name, type === 'number' ? Number(value) : value]]
    }),
  )
  const [comment, signature] = [textOf('comment'), textOf('signature')]
  const files = controls.flatMap((control) => (control instanceof HTMLInputElement ? [...(control.files ?? [])] : []))
  return [
    {
      ...(comment ? { comment } : {}),
      ...(option.fields.length > 0 ? { fields } : {}),
      ...(signature ? { signature } : {}),
    },
    files,
  ]
}
