'use client'

import { formatPhone } from '@/src/lib/formatPhone'
import type { Locale } from '@/src/lib/i18n'
import { typedIn, type Typed } from '@/src/mechanisms/fieldsets/definition'
import { Checkbox } from '@/src/ui/form/Checkbox'
import { formatSum } from '@/src/ui/form/formats'
import { RadioCards } from '@/src/ui/form/RadioCards'
import { Select } from '@/src/ui/form/Select'
import { Textarea } from '@/src/ui/form/Textarea'
import { TextInput } from '@/src/ui/form/TextInput'
import type { AskedField } from './askedSet'
import { FilesField } from './FilesField'
import type { FormWords } from './forms.labels'
import { resultText } from './resultText'
import { RowsField } from './RowsField'

export type FieldControlProps = {
  field: AskedField
  /** What the inputs begin with. */
  values: Typed
  /** What stands in them now. */
  typed: Typed
  computed: string | undefined
  /** Inputs have come or gone. */
  heard: () => void
  words: FormWords
  locale: Locale
}

/** One field, by the way its kind is drawn. */
export function FieldControl({ field, values, typed, computed, heard, words, locale }: FieldControlProps) {
  const { name, said, required, control, choices } = field
  const value = typedIn(values, name) || field.initial
  const optional = required ? undefined : words.optional
  const label = field.currency && control.as === 'line' ? `${said}, ${field.currency}` : said
  switch (control.as) {
    case 'note':
      return <p className="whitespace-pre-line text-ink-2">{said}</p>
    case 'text':
      return (
        <Textarea
          defaultValue={value}
          label={label}
          maxLength={control.max}
          name={name}
          optional={optional}
          required={required}
          rows={5}
        />
      )
    case 'list':
      return (
        <Select
          defaultValue={value}
          label={label}
          name={name}
          optional={optional}
          options={[...choices]}
          placeholder={words.choose}
          required={required}
        />
      )
    case 'cards':
      return <RadioCards cards={[...choices]} legend={label} name={name} required={required} value={value} />
    case 'tick':
      return (
        <Checkbox
          defaultChecked={value !== '' && value !== 'false'}
          label={label}
          name={name}
          required={required}
          value="true"
        />
      )
    case 'parts':
      return (
        <fieldset className="min-w-0">
          <legend className="mb-1.5 text-md font-mid">
            {label}
            {optional ? <span className="font-normal text-ink-3">, {optional}</span> : null}
          </legend>
          <div className="grid items-start gap-3 sm:grid-cols-2">
            {control.parts.map((part) => (
              <TextInput
                autoComplete="off"
                defaultValue={typedIn(values, `${name}.${part.key}`)}
                inputMode={part.inputMode}
                key={part.key}
                label={part.label[locale]}
                maxLength={part.max}
                name={`${name}.${part.key}`}
                type={part.type ?? 'text'}
              />
            ))}
          </div>
        </fieldset>
      )
    case 'rows':
      return (
        <RowsField
          field={field}
          heard={heard}
          label={label}
          locale={locale}
          typed={typed}
          values={values}
          words={words}
        />
      )
    case 'files':
      return <FilesField field={field} values={values} words={words} />
    case 'result':
      return (
        <p className="grid gap-1" role="status">
          <span className="text-md font-mid">{said}</span>
          <output className="num text-lg">
            {computed === undefined ? '—' : resultText(computed, field.currency, locale)}
          </output>
        </p>
      )
    case 'line':
      return <Line field={field} label={label} optional={optional} value={value} />
  }
}

function Line({
  field: { name, required, control },
  label,
  optional,
  value,
}: {
  field: AskedField
  label: string
  optional: string | undefined
  value: string
}) {
  if (control.as !== 'line') return null
  return (
    <TextInput
      autoComplete={control.autoComplete ?? 'off'}
      className={control.inputMode ? 'num' : undefined}
      defaultValue={value}
      format={control.tidy ? formats[control.tidy] : undefined}
      inputMode={control.inputMode}
      label={label}
      maxLength={control.max}
      name={name}
      optional={optional}
      required={required}
      type={control.type ?? 'text'}
    />
  )
}

const formats = {
  phone: formatPhone,
  // A minus stays where it was typed.
  sum: (text: string): string => (text.startsWith('-') ? `-${formatSum(text)}` : formatSum(text)),
}
