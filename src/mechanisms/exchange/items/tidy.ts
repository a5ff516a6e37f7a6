import { z } from 'zod'
import { wellFormed, wellFormedDeep } from '@/src/lib/wellFormed'
import type { Warning } from './defineResource'
import { EMPTY_DATE, isDate } from './fields'
import { nameLike } from './nameLike'
import { elementOf, shapeOf } from './shape'

/** Names that nobody declared are told one by one up to here, for a whole table of 1C may come with each item. */
const MOST_TOLD = 10

/**
 * An item as its schema means it, before it is parsed: signs that no text can hold are cut out, an empty string or an empty
 * date is «no value» as 1C writes it (null where the field can be cleared, else the field is left alone), and what nobody
 * declared is named. What the schema refuses stays as it came.
 */
export function tidyItem(schema: z.ZodObject, raw: unknown): { item: unknown; warnings: Warning[] } {
  const warnings: Warning[] = []
  return { item: tidied(schema, raw, '', warnings), warnings }
}

function tidied(schema: z.ZodType, raw: unknown, path: string, warnings: Warning[]): unknown {
  if (typeof raw === 'string') return cleaned(raw, path, warnings)
  const element = elementOf(schema)
  if (element && Array.isArray(raw))
    return raw.map((one, place) => tidied(shapeOf(element).inner, one, `${path}${place}.`, warnings))
  return schema instanceof z.ZodObject && isRecord(raw)
    ? tidiedObject(schema, raw, path, warnings)
    : wellFormedDeep(raw)
}

function tidiedObject(
  schema: z.ZodObject,
  raw: Record<string, unknown>,
  path: string,
  warnings: Warning[],
): Record<string, unknown> {
  const item: Record<string, unknown> = {}
  const strange: string[] = []
  for (const [name, value] of Object.entries(raw)) {
    // The shape of an object has no prototype of ours in it.
    const field = Object.hasOwn(schema.shape, name) ? (schema.shape[name] as z.ZodType) : undefined
    if (!field) {
      strange.push(wellFormed(name))
      continue
    }
    const { clears, optional, inner } = shapeOf(field)
    const empty = value === '' || (isDate(inner) && typeof value === 'string' && EMPTY_DATE.test(value))
    if (empty && clears) item[name] = null
    else if (empty && optional)
      warnings.push({ code: 'exchange.emptyLeft', params: { field: `${path}${name}` }, field: `${path}${name}` })
    else
      item[name] =
        typeof value === 'string'
          ? cleaned(value, `${path}${name}`, warnings)
          : tidied(inner, value, `${path}${name}.`, warnings)
  }
  for (const name of strange.slice(0, MOST_TOLD)) {
    const field = `${path}${name}`.slice(0, 120)
    warnings.push({
      code: 'exchange.unknownField',
      params: { field, like: nameLike(name, Object.keys(schema.shape)) ?? 'none' },
      field,
    })
  }
  if (strange.length > MOST_TOLD)
    warnings.push({ code: 'exchange.unknownMore', params: { count: strange.length - MOST_TOLD } })
  return item
}

function cleaned(text: string, field: string, warnings: Warning[]): string {
  const clean = wellFormed(text)
  if (clean !== text) warnings.push({ code: 'exchange.textCleaned', params: { field }, field })
  return clean
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
