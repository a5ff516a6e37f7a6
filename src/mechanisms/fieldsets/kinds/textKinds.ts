import { z } from 'zod'
import type { ErrorCode } from '@/src/lib/errors'
import { isInn, isKpp, isOgrn, isOgrnip, isSnils, normalisePhone } from '@/src/lib/checks'
import { formatPhone } from '@/src/lib/formatPhone'
import type { Text } from '@/src/lib/i18n'
import { defineFieldKind, type Control, type FieldKind } from '../defineFieldKind'
import '../fieldsets.labels'
import { issue } from '../issue'

const asIs = (value: string): string => value
const withoutSpaces = (text: string): string => text.replace(/[\s\u00a0\u202f-]/g, '')

/** A text of at most so many signs; whitespace around it was taken off when it was read. */
const upTo = (max: number) =>
  z.string().superRefine((text, context) => {
    if (text.length > max) issue(context, 'input.tooLong', { max })
  })

defineFieldKind<string>({
  kind: 'text',
  label: { ru: 'Строка', en: 'Line' },
  control: { as: 'line', max: 300 },
  simple: true,
  schema: () => upTo(300),
  words: asIs,
})

defineFieldKind<string>({
  kind: 'textarea',
  label: { ru: 'Текст', en: 'Text' },
  control: { as: 'text', max: 5_000 },
  schema: () => upTo(5_000),
  words: asIs,
})

/** One line that a rule proves: tidied first, then judged whole. */
const proved = (
  kind: string,
  label: Text,
  {
    tidy,
    holds,
    code,
    longest,
    control,
    words = asIs,
  }: {
    tidy: (text: string) => string
    holds: (text: string) => boolean
    code: ErrorCode
    longest: number
    control: Omit<Extract<Control, { as: 'line' }>, 'as'>
    words?: (value: string) => string
  },
): FieldKind<string> =>
  defineFieldKind<string>({
    kind,
    label,
    control: { as: 'line', max: longest, ...control },
    simple: true,
    schema: () =>
      z.string().transform((typed, context) => {
        if (typed.length > longest) issue(context, 'input.tooLong', { max: longest })
        else {
          const text = tidy(typed)
          if (holds(text)) return text
          issue(context, code)
        }
        return z.NEVER
      }),
    words,
  })

proved(
  'email',
  { ru: 'Почта', en: 'E-mail' },
  {
    tidy: asIs,
    holds: (text) => z.email().safeParse(text).success,
    code: 'email.wrong',
    longest: 254,
    control: { type: 'email', autoComplete: 'email' },
  },
)

proved(
  'phone',
  { ru: 'Телефон', en: 'Phone' },
  {
    tidy: (text) => normalisePhone(text) ?? '',
    holds: (text) => text !== '',
    code: 'phone.wrong',
    longest: 60,
    control: { type: 'tel', autoComplete: 'tel', tidy: 'phone' },
    words: formatPhone,
  },
)

proved(
  'inn',
  { ru: 'ИНН', en: 'INN' },
  { tidy: withoutSpaces, holds: isInn, code: 'inn.wrong', longest: 20, control: { inputMode: 'numeric' } },
)

proved(
  'kpp',
  { ru: 'КПП', en: 'KPP' },
  {
    tidy: (text) => withoutSpaces(text).toUpperCase(),
    holds: isKpp,
    code: 'kpp.wrong',
    longest: 20,
    control: {},
  },
)

proved(
  'ogrn',
  { ru: 'ОГРН', en: 'OGRN' },
  {
    tidy: withoutSpaces,
    holds: (text) => isOgrn(text) || isOgrnip(text),
    code: 'ogrn.wrong',
    longest: 30,
    control: { inputMode: 'numeric' },
  },
)

proved(
  'snils',
  { ru: 'СНИЛС', en: 'SNILS' },
  {
    tidy: withoutSpaces,
    holds: isSnils,
    code: 'snils.wrong',
    longest: 30,
    control: { inputMode: 'numeric' },
    words: (value) => value.replace(/^(\d{3})(\d{3})(\d{3})(\d{2})$/, '$1-$2-$3 $4'),
  },
)
