import type { Field } from 'payload'
import type { z } from 'zod'
import { declarations } from '@/src/lib/declarations'
import type { Locale, Text } from '@/src/lib/i18n'
import type { QueryContext } from '../access/context'
import { typedIn, type FieldDefinition, type FieldOption, type Typed } from './definition'

/** How a field is drawn. The page knows how to draw each of these, and no kind of field. */
export type Control =
  | {
      as: 'line'
      type?: 'email' | 'tel' | 'date'
      inputMode?: 'decimal' | 'numeric'
      autoComplete?: string
      max?: number
      tidy?: 'phone' | 'sum'
    }
  | { as: 'text'; max: number }
  | { as: 'list' | 'cards' | 'tick' | 'rows' | 'files' | 'note' | 'result' }
  | {
      as: 'parts'
      parts: ReadonlyArray<{ key: string; label: Text; type?: 'date'; inputMode?: 'numeric'; max?: number }>
    }

/** A cell of a file of answers. */
export type ValueCell =
  | { type: 'text'; of: string }
  | { type: 'number'; of: number | null }
  | { type: 'money'; of: number | null }
  | { type: 'date'; of: string | null }

export type FieldKind<Value = unknown> = {
  kind: string
  /** What editors of forms call it. */
  label: Text
  control: Control
  /** Settings of its own in the editor, besides what every field has. */
  block?: readonly Field[]
  /** Whether it takes an answer at all; notes do not. */
  asks: boolean
  /** Whether a table of rows may have a column of it. */
  simple: boolean
  /** What was typed, as its schema takes it; undefined where nothing was. */
  read: (typed: Typed, field: FieldDefinition) => unknown
  /** Proves what was read. An issue says a code of errors as its message, and its path names the input. */
  schema: (field: FieldDefinition) => z.ZodType<Value>
  /** What is missing where the field is required and empty: a code of errors. */
  missing: 'input.required' | 'form.consent'
  /** The input that a missing value is told at, behind the name of the field. */
  at: string
  /** An answer in words. */
  words: (value: Value, field: FieldDefinition, locale: Locale) => string
  /** An answer in a file of answers; left out, its words. */
  cell?: (value: Value, field: FieldDefinition) => ValueCell
  /** What was typed, made of an answer: for a form that is filled in beforehand. */
  typed: (value: Value, field: FieldDefinition) => Typed
  /** Choices that are read as the person, newest first; what is chosen already is among them where they may see it. */
  choices?: (context: QueryContext, field: FieldDefinition, chosen: string) => Promise<FieldOption[]>
}

type Declared<Value> = Pick<FieldKind<Value>, 'kind' | 'label' | 'control' | 'schema' | 'words'> &
  Partial<Omit<FieldKind<Value>, 'kind' | 'label' | 'control' | 'schema' | 'words'>>

const registry = declarations<FieldKind>()

/** Declares a kind of fields: how it is edited, typed, proved, read and shown. One of one input needs little. */
export function defineFieldKind<Value>(declared: Declared<Value>): FieldKind<Value> {
  const kind: FieldKind<Value> = {
    asks: true,
    simple: false,
    read: (typed, { name }) => typedIn(typed, name) || undefined,
    missing: 'input.required',
    at: '',
    typed: (value, { name }) => ({ [name]: String(value) }),
    ...declared,
  }
  // The registry forgets the type of the value; it comes back from this kind's own schema.
  registry.set(kind.kind, kind as unknown as FieldKind)
  return kind
}

/** @throws Error for a kind that nobody declares */
export function fieldKind(kind: string): FieldKind {
  const known = registry.get(kind)
  if (!known) throw new Error(`No kind of fields is called ${kind}`)
  return known
}

export const declaredFieldKinds = (): readonly FieldKind[] => [...registry.values()]
