import type { FilterSpec, FilterValue } from './listSpec'

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
const SUM = /^-?\d{1,13}([.,]\d{1,2})?$/
const TEXT_LIMIT = 200
const CHOICE_LIMIT = 50

/** Reads one filter from the address; what cannot be understood is left out, never an error. */
export function readFilter(
  spec: FilterSpec,
  text: string | undefined,
  from?: string,
  to?: string,
): FilterValue | undefined {
  switch (spec.kind) {
    case 'text': {
      const words = text?.trim().slice(0, TEXT_LIMIT)
      return words ? { kind: 'text', text: words } : undefined
    }
    case 'flag':
      return text === '1' ? { kind: 'flag' } : undefined
    case 'select': {
      const known = new Set(spec.options.map((option) => option.value))
      const values = [...new Set(text?.split(',') ?? [])]
        .filter((value) => known.has(value))
        .slice(0, spec.single ? 1 : CHOICE_LIMIT)
      return values.length ? { kind: 'select', values } : undefined
    }
    case 'dates': {
      const [first, last] = ends(text, from, to)
      return range('dates', day(first), day(last))
    }
    case 'sum': {
      const [first, last] = ends(text, from, to)
      return range('sum', minor(first), minor(last))
    }
  }
}

/** Writes one filter for the address; the opposite of readFilter. */
export function writeFilter(value: FilterValue): string {
  switch (value.kind) {
    case 'text':
      return value.text
    case 'flag':
      return '1'
    case 'select':
      return value.values.join(',')
    case 'dates':
      return `${value.from ?? ''}..${value.to ?? ''}`
    case 'sum':
      return `${majorUnits(value.from)}..${majorUnits(value.to)}`
  }
}

/** Sum of minor units as a person types it: 123450 -> «1234.50», 100000 -> «1000». */
export function majorUnits(value: number | undefined): string {
  if (value === undefined) return ''
  return value % 100 === 0 ? String(value / 100) : (value / 100).toFixed(2)
}

/** «from..to», or two fields of a form that was sent without script. */
function ends(text: string | undefined, from?: string, to?: string): [string | undefined, string | undefined] {
  if (text?.includes('..')) {
    const [first, last] = text.split('..')
    return [first, last]
  }
  return [from, to]
}

function day(text: string | undefined): string | undefined {
  if (!text || !DAY.test(text)) return undefined
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : undefined
}

function minor(text: string | undefined): number | undefined {
  const clean = text?.replace(/[\s\u00a0\u202f]/g, '').replace('−', '-')
  if (!clean || !SUM.test(clean)) return undefined
  return Math.round(Number(clean.replace(',', '.')) * 100)
}

type Range<K extends 'dates' | 'sum', V> = { kind: K; from?: V; to?: V }

/** Ends put in order; undefined when both are open. */
function range<K extends 'dates' | 'sum', V extends string | number>(
  kind: K,
  from: V | undefined,
  to: V | undefined,
): Range<K, V> | undefined {
  if (from === undefined && to === undefined) return undefined
  const swapped = from !== undefined && to !== undefined && from > to
  const first = swapped ? to : from
  const last = swapped ? from : to
  return { kind, ...(first === undefined ? {} : { from: first }), ...(last === undefined ? {} : { to: last }) }
}
