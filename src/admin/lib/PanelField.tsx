import { say, type Locale } from '@/src/lib/i18n'
import type { PanelField as Field } from '@/src/mechanisms/panel/panelTable'
import { ChoiceBox } from './ChoiceBox'
import { TextBox } from './TextBox'

/** One line of a declared form, as its type is typed. */
export function PanelField({ field, locale }: { field: Field; locale: Locale }) {
  const { name, required, value } = field
  const label = say(field.label, locale)
  if (field.type === 'choice')
    return <ChoiceBox choices={field.choices} chosen={value} label={label} name={name} required={required} />
  if (field.type === 'long')
    return (
      <label className="kb-whole">
        <span>{label}</span>
        <textarea
          className="kb-input"
          defaultValue={value}
          maxLength={20_000}
          name={name}
          required={required}
          rows={value ? 8 : 3}
        />
      </label>
    )
  const type = field.type === 'moment' ? 'datetime-local' : field.type
  return <TextBox label={label} name={name} required={required} type={type} value={value} />
}
