import type { FormField } from '@/collections/forms/forms/form.rules'
import { say, type Locale } from '@/src/lib/i18n'
import { Checkbox } from '@/src/ui/form/Checkbox'
import { RadioCards } from '@/src/ui/form/RadioCards'
import { Select } from '@/src/ui/form/Select'
import { Textarea } from '@/src/ui/form/Textarea'
import { TextInput } from '@/src/ui/form/TextInput'
import { formsPage as words } from './forms.labels'

/** Fields of a form as an editor put them together. `known` fills in what is known of the person already. */
export function FormFields({
  fields,
  locale,
  known,
}: {
  fields: readonly FormField[]
  locale: Locale
  known: Readonly<Record<string, string>>
}) {
  return fields.map((field, index) => (
    <OneField
      field={field}
      initial={field.initial || (known[field.name] ?? '')}
      key={field.name || index}
      locale={locale}
    />
  ))
}

function OneField({ field, initial, locale }: { field: FormField; initial: string; locale: Locale }) {
  const { kind, name, label, required, options, text } = field
  const common = {
    name,
    label,
    required,
    defaultValue: initial,
    optional: required ? undefined : say(words.optional, locale),
  }
  switch (kind) {
    case 'message':
      return <p className="whitespace-pre-line text-ink-2">{text}</p>
    case 'textarea':
      return <Textarea {...common} maxLength={5_000} rows={5} />
    case 'select':
      return <Select {...common} options={options} placeholder={say(words.choose, locale)} />
    case 'radio':
      return <RadioCards cards={options} legend={label} name={name} required={required} value={initial} />
    case 'checkbox':
      return <Checkbox defaultChecked={initial === 'true'} label={label} name={name} required={required} />
    case 'email':
      return <TextInput {...common} autoComplete="email" maxLength={254} type="email" />
    case 'date':
      return <TextInput {...common} type="date" />
    case 'number':
      return <TextInput {...common} inputMode="decimal" maxLength={40} />
    case 'text':
      return <TextInput {...common} maxLength={300} />
  }
}
