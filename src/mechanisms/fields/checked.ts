import type { EmailField, FieldHook, NumberField, TextField, TextFieldSingleValidation } from 'payload'
import { isAccount, isBik, isCorrAccount, isInn, isKpp, isOgrn, isOgrnip, normalisePhone } from '@/src/lib/checks'
import { isZone } from '@/src/lib/dates'
import { errorLabel, errorLabels } from '@/src/lib/error-labels'
import { defaultLocale, isLocale, say, type Text } from '@/src/lib/i18n'
import './checked.labels'
import type { ErrorCode } from '@/src/lib/errors'

/** What others rely on is judged where it is typed: in the panel and over REST, in the person's words. */
type Options = Partial<
  Pick<TextField, 'required' | 'unique' | 'index' | 'maxLength' | 'defaultValue' | 'access' | 'admin'>
>
type Check = (text: string, beside: { siblings: Record<string, unknown>; changed: boolean }) => boolean
/** `always`: it hangs on other fields, so it is judged though it did not change itself. */
type Rule = { check: Check; code: ErrorCode; tidy?: (text: string) => string; maxLength: number; always?: boolean }

/** A text of one line that its own rule proves; an empty one is no mistake, and what stands there already is not judged again. */
const proved =
  (rule: Rule) =>
  (name: string, label: Text, options: Options = {}): TextField =>
    // The union of Payload's text fields does not survive the spread.
    ({
      name,
      type: 'text',
      label,
      maxLength: rule.maxLength,
      ...options,
      hooks: { beforeValidate: [tidied(rule)] },
      validate: judged({ ...rule, maxLength: options.maxLength ?? rule.maxLength }, options.required === true),
    }) as TextField

const tidied =
  ({ tidy }: Rule): FieldHook =>
  ({ value }: { value?: unknown }): unknown => {
    if (typeof value !== 'string') return value
    const text = value.trim()
    return text && tidy ? tidy(text) : text
  }

function judged({ check, code, maxLength, always }: Rule, required: boolean): TextFieldSingleValidation {
  return (value, { req, previousValue, siblingData }) => {
    const language = req.i18n?.language
    const tell = (text: Text, params = {}): string => say(text, isLocale(language) ? language : defaultLocale, params)
    if (!value) return !required || tell(errorLabels['input.required'])
    if (value.length > maxLength) return tell(errorLabels['input.tooLong'], { max: maxLength })
    const changed = value !== previousValue
    return (
      (!changed && !always) ||
      check(value, { siblings: siblingData, changed }) ||
      tell(errorLabel(code) ?? errorLabels['input.invalid'])
    )
  }
}

const withoutSpaces = (text: string): string => text.replace(/[\s\u00a0\u202f-]/g, '')
const bikOf = (siblings: Record<string, unknown>): string =>
  typeof siblings.bik === 'string' ? withoutSpaces(siblings.bik) : ''

/** ИНН of a company or a person, by its check digits. */
export const innField = proved({ check: isInn, code: 'inn.wrong', tidy: withoutSpaces, maxLength: 12 })
export const kppField = proved({
  check: isKpp,
  code: 'kpp.wrong',
  tidy: (text) => withoutSpaces(text).toUpperCase(),
  maxLength: 9,
})
export const ogrnField = proved({
  check: (text) => isOgrn(text) || isOgrnip(text),
  code: 'ogrn.wrong',
  tidy: withoutSpaces,
  maxLength: 15,
})
export const bikField = proved({ check: isBik, code: 'bik.wrong', tidy: withoutSpaces, maxLength: 9 })
/** Accounts are proved by the `bik` beside them; one without it may come from 1C, but is not typed here. */
const byBik =
  (prove: (account: string, bik: string) => boolean): Check =>
  (text, { siblings, changed }) => {
    const bik = bikOf(siblings)
    return bik ? prove(text, bik) : !changed
  }
export const accountField = proved({
  check: byBik(isAccount),
  code: 'account.wrong',
  tidy: withoutSpaces,
  maxLength: 20,
  always: true,
})
export const corrAccountField = proved({
  check: byBik(isCorrAccount),
  code: 'corrAccount.wrong',
  tidy: withoutSpaces,
  maxLength: 20,
  always: true,
})

const isPhone = (text: string): boolean => normalisePhone(text) !== null
/** A person's phone, kept as E.164. */
export const phoneField = proved({
  check: isPhone,
  code: 'phone.wrong',
  tidy: (text) => normalisePhone(text) ?? text,
  maxLength: 40,
})
/** A company's phone as it is printed: with its extension and its own spaces. */
export const printedPhoneField = proved({ check: isPhone, code: 'phone.wrong', maxLength: 40 })

/** The readable part of an address: Latin letters, digits and dashes. */
export const slugField = proved({
  check: (text) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text),
  code: 'slug.wrong',
  maxLength: 160,
})
export const zoneField = proved({ check: isZone, code: 'zone.wrong', maxLength: 60 })
/** Code of a unit by ОКЕИ. */
export const okeiField = proved({ check: (text) => /^\d{3,4}$/.test(text), code: 'okei.wrong', maxLength: 10 })

/** An e-mail address; Payload judges it. */
export const emailField = (
  name: string,
  label: Text,
  options: Partial<Pick<EmailField, 'required' | 'unique' | 'access'>> = {},
): EmailField => ({ name, type: 'email', label, ...options })

/** A place on the circle of colours, 0–359. */
export const hueField = (name: string, label: Text, defaultValue: number): NumberField =>
  ({
    name,
    type: 'number',
    label,
    defaultValue,
    min: 0,
    max: 359,
    validate: (value: unknown, { req }: { req: { i18n?: { language?: string } } }) => {
      const language = req.i18n?.language
      return (
        value === null ||
        value === undefined ||
        (Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 359) ||
        say(errorLabel('hue.wrong') ?? errorLabels['input.invalid'], isLocale(language) ? language : defaultLocale)
      )
    },
  }) as NumberField // its validate takes the whole union of numbers
