import type { ReactNode } from 'react'
import { say, type Locale } from '@/src/lib/i18n'
import type { NeededText, NeededValue, TransitionBar, TransitionOption } from '@/src/mechanisms/workflow/transitionBar'
import { ActionForm } from '@/src/ui/form/ActionForm'
import { MessageInput } from '@/src/ui/form/MessageInput'
import { Select } from '@/src/ui/form/Select'
import { Textarea } from '@/src/ui/form/Textarea'
import { TextInput } from '@/src/ui/form/TextInput'
import { attachWords } from '../_talk/TalkForm'
import { submitTransition } from './transition.server'
import { transitionLabels as words } from './transition.labels'

type TransitionFormProps = {
  bar: Pick<TransitionBar, 'entity' | 'id'>
  option: TransitionOption
  locale: Locale
  /** said before the fields */ lead?: ReactNode
  /** the buttons */ children: ReactNode
}

/** The form of one transition: what it asks for, and the buttons that its place wants. */
export function TransitionForm({ bar: { entity, id }, option, locale, lead, children }: TransitionFormProps) {
  const action = submitTransition.bind(null, locale, {
    entity,
    id,
    transition: option.name,
    made: option.made,
    stays: option.stays,
  })
  const optional = (it: NeededText): string | undefined => (it.optional ? say(words.optional, locale) : undefined)
  return (
    <ActionForm
      action={action}
      className="grid gap-4"
      draft={`way:${entity}:${id}:${option.name}`}
      emptied={option.stays}
    >
      {lead}
      {option.fields.map((field) => (
        <FieldOf field={field} key={field.name} locale={locale} optional={optional(field)} />
      ))}
      {option.files ? (
        <MessageInput attach={attachWords(locale)} label={(option.comment ?? option.files).label} name="comment" />
      ) : option.comment ? (
        <Textarea
          label={option.comment.label}
          maxLength={4_000}
          name="comment"
          optional={optional(option.comment)}
          required={!option.comment.optional}
          rows={3}
        />
      ) : null}
      {option.signature ? (
        <TextInput autoComplete="one-time-code" label={option.signature.label} name="signature" />
      ) : null}
      {children}
    </ActionForm>
  )
}

function FieldOf({ field, locale, optional }: { field: NeededValue; locale: Locale; optional?: string }) {
  const common = { label: field.label, name: `fields.${field.name}`, optional }
  if (field.type === 'choice')
    return <Select {...common} options={[...(field.options ?? [])]} placeholder={say(words.choose, locale)} />
  return <TextInput {...common} inputMode={field.type === 'number' ? 'decimal' : undefined} type={inputType(field)} />
}

const inputType = ({ type }: NeededValue): string =>
  type === 'date' ? 'date' : type === 'moment' ? 'datetime-local' : 'text'
