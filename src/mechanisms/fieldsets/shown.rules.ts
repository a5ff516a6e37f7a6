import { isInputOf, typedIn, type Condition, type FieldSet, type Typed } from './definition'

export type Shown = {
  /** Places of the pages that are asked. */
  pages: ReadonlySet<number>
  /** Names of the fields that are asked. */
  fields: ReadonlySet<string>
}

/**
 * What of a set is asked, by what is typed. A field that is not asked counts as empty, whatever stands in it; both sides
 * decide by this.
 */
export function shownOf(set: FieldSet, typed: Typed): Shown {
  const pages = new Set<number>()
  const fields = new Set<string>()
  const holds = (when: Condition | undefined): boolean =>
    when === undefined || (fields.has(when.field) && meets(when, typed))
  for (const [place, page] of set.pages.entries()) {
    if (!holds(page.when)) continue
    const asked = page.fields.filter((field) => {
      const shown = holds(field.when)
      if (shown && field.name !== '') fields.add(field.name)
      return shown
    })
    if (asked.length > 0) pages.add(place)
  }
  return { pages, fields }
}

function meets({ field, is, values }: Condition, typed: Typed): boolean {
  const text = typedIn(typed, field)
  if (is === 'filled') return Object.keys(typed).some((input) => isInputOf(input, field) && isFilled(typed, input))
  if (is === 'greater') return isGreater(text, values[0] ?? '')
  return values.some((value) => isSame(plain(text), plain(value)))
}

const isFilled = (typed: Typed, input: string): boolean => plain(typedIn(typed, input)) !== ''

/** A tick that was taken away is none; one that was set is `true`, however the browser says it. */
const plain = (text: string): string => (text === 'false' ? '' : text === 'on' ? 'true' : text)

const isSame = (one: string, other: string): boolean => {
  if (one === other) return true
  const [left, right] = [numberOf(one), numberOf(other)]
  return left !== null && left === right
}

function isGreater(text: string, than: string): boolean {
  if (isDay(text) && isDay(than)) return text > than
  const [left, right] = [numberOf(text), numberOf(than)]
  return left !== null && right !== null && left > right
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text)

/** A number as people type it; it is compared, never kept. */
function numberOf(text: string): number | null {
  const tidy = text.replace(/[\s\u00a0\u2009\u202f]/g, '').replace(',', '.')
  return /^-?\d{1,15}(\.\d{1,6})?$/.test(tidy) ? Number(tidy) : null
}
