import { z } from 'zod'
import { say } from '@/src/lib/i18n'
import { defineFieldKind, type FieldKind } from '../defineFieldKind'
import { typedIn } from '../definition'
import { fieldWords } from '../fieldsets.labels'
import { issue } from '../issue'

/** One of the choices that the field has; what is kept is the value. */
const choice = (kind: string, label: FieldKind['label'], as: 'list' | 'cards'): FieldKind<string> =>
  defineFieldKind<string>({
    kind,
    label,
    control: { as },
    schema: ({ options = [] }) =>
      z.string().superRefine((value, context) => {
        if (!options.some((option) => option.value === value)) issue(context, 'choice.wrong')
      }),
    words: (value, { options = [] }, locale) => {
      const chosen = options.find((option) => option.value === value)
      return chosen ? say(chosen.label, locale) : value
    },
  })

choice('select', { ru: 'Список', en: 'List' }, 'list')
choice('radio', { ru: 'Переключатель', en: 'Switch' }, 'cards')

/** Yes; a tick that is not set is no answer. */
defineFieldKind<boolean>({
  kind: 'checkbox',
  label: { ru: 'Флажок', en: 'Tick' },
  control: { as: 'tick' },
  missing: 'form.consent',
  read: (typed, { name }) => {
    const text = typedIn(typed, name)
    return text === '' || text === 'false' ? undefined : true
  },
  schema: () => z.boolean(),
  words: (value, _field, locale) => say(value ? fieldWords.yes : fieldWords.no, locale),
  typed: (value, { name }) => ({ [name]: value ? 'true' : '' }),
})

const LONGEST = 300

/** Something that is chosen from what the person may see: kept with its words as they were. */
export type Chosen = { value: string; label: { ru: string; en: string } }

/** A choice whose list is read as the person, when the form is shown and again when it is taken. */
export const chosenKind = (
  kind: string,
  label: FieldKind['label'],
  more: Pick<FieldKind, 'block' | 'choices'>,
): FieldKind<Chosen> =>
  defineFieldKind<Chosen>({
    kind,
    label,
    control: { as: 'list' },
    ...more,
    schema: ({ options = [] }) =>
      z.string().transform((value, context) => {
        const chosen = options.find((option) => option.value === value)
        if (chosen) return { value: chosen.value, label: clipped(chosen.label) }
        issue(context, 'choice.wrong')
        return z.NEVER
      }),
    words: (chosen, _field, locale) => chosen.label[locale] || chosen.label.ru,
    typed: ({ value }, { name }) => ({ [name]: value }),
  })

const clipped = ({ ru, en }: Chosen['label']): Chosen['label'] => ({
  ru: ru.slice(0, LONGEST),
  en: en.slice(0, LONGEST),
})
