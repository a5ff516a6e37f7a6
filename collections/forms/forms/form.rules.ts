import { z } from 'zod'
import type { ErrorCode, ErrorParams } from '@/src/lib/errors'

/** One field of a form as its page and its validation see it. */
export type FormField = {
  kind: 'text' | 'textarea' | 'email' | 'number' | 'date' | 'select' | 'radio' | 'checkbox' | 'message'
  name: string
  label: string
  required: boolean
  /** Of a list or a switch. */
  options: { value: string; label: string }[]
  initial: string
  /** Words between the fields; of `message` alone. */
  text: string
}

export type Answer = { field: string; label: string; value: string }
export type Checked = { answers: Answer[]; errors: Record<string, { code: ErrorCode; params?: ErrorParams }> }

const LONGEST: Partial<Record<FormField['kind'], number>> = { text: 300, textarea: 5_000, email: 254, number: 40 }

/** Fields that the page itself uses: the trap for robots and the chosen company. */
export const RESERVED: ReadonlySet<string> = new Set(['website', 'company'])
export const isFieldName = (name: unknown): name is string =>
  typeof name === 'string' && /^[a-z]\w{0,39}$/i.test(name) && !RESERVED.has(name)

/** A path of this portal: never another host, however it is written. */
export const isOwnPath = (path: unknown): path is string =>
  typeof path === 'string' &&
  /^\/(?![/\\])[^\s\\]{0,300}$/.test(path) &&
  new URL(path, 'http://portal.invalid').host === 'portal.invalid'

/** What was typed against the form's definition; what the form does not name is left out. */
export function checkAnswers(fields: readonly FormField[], typed: Readonly<Record<string, string>>): Checked {
  const checked: Checked = { answers: [], errors: {} }
  for (const field of fields) {
    if (field.kind === 'message') continue
    const text = (Object.hasOwn(typed, field.name) ? (typed[field.name] ?? '') : '').trim()
    const value = field.kind === 'checkbox' ? (text === '' || text === 'false' ? '' : 'true') : text
    const error = value === '' ? missing(field) : wrong(field, value)
    if (error) checked.errors[field.name] = error
    else if (value !== '') checked.answers.push({ field: field.name, label: field.label, value })
  }
  return checked
}

function missing({ kind, required }: FormField): Checked['errors'][string] | null {
  return required ? { code: kind === 'checkbox' ? 'form.consent' : 'input.required' } : null
}

function wrong({ kind, options }: FormField, value: string): Checked['errors'][string] | null {
  const max = LONGEST[kind]
  if (max !== undefined && value.length > max) return { code: 'input.tooLong', params: { max } }
  if (kind === 'email') return z.email().safeParse(value).success ? null : { code: 'email.wrong' }
  if (kind === 'number')
    return /^-?\d{1,15}([.,]\d{1,6})?$/.test(value) ? null : { code: 'number.malformed', params: { value } }
  if (kind === 'date') return z.iso.date().safeParse(value).success ? null : { code: 'date.malformed' }
  if (kind === 'select' || kind === 'radio')
    return options.some((option) => option.value === value) ? null : { code: 'choice.wrong' }
  return null
}

/** `{{name}}` becomes what was answered, `{{*}}` all answers, one a line. A field that was left empty becomes nothing. */
export function fillIn(text: string, answers: readonly Answer[]): string {
  return text.replace(/\{\{\s*(\*|\w+)(?::table)?\s*\}\}/g, (_whole, name: string) =>
    name === '*'
      ? answers.map(({ label, value }) => `${label}: ${value}`).join('\n')
      : (answers.find(({ field }) => field === name)?.value ?? ''),
  )
}

/** Whether a template takes something from the answers. */
export const isAnswered = (template: string): boolean => /\{\{[^}]*\}\}/.test(template)

/** Whether a template takes this field's answer, by its name or with all. */
export const quotes = (template: string, field: string): boolean =>
  [...template.matchAll(/\{\{\s*(\*|\w+)(?::table)?\s*\}\}/g)].some(([, name]) => name === '*' || name === field)
