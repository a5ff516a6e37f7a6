import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { AppError } from '@/src/lib/errors'
import { readBody } from '@/src/lib/http/readBody'
import { isDeeper, wellFormed, wellFormedDeep } from '@/src/lib/wellFormed'
import { invalidInput, issuesOf } from '../actions/invalidInput'
import { nameLike } from '../exchange/items/nameLike'
import type { Route } from './defineRoute'

const BODY_LIMIT = 1024 * 1024
const DEPTH = 20
/** Of an address as a whole: whoever asks more asks by several calls. */
const MOST_VALUES = 200

/** The name of the company in the address; the same may stand in a header. */
export const COMPANY = 'company'

/** What the address asks, without signs that no text of the database can hold. @throws AppError `query.tooMuch` 400 */
export function searchOf(req: PayloadRequest): URLSearchParams {
  const asked = [...(req.searchParams ?? [])]
  if (asked.length > MOST_VALUES) throw new AppError('query.tooMuch', {}, { status: 400 })
  return new URLSearchParams(asked.map(([name, value]) => [wellFormed(name), wellFormed(value)]))
}

/**
 * The places of the address as the route wants them; what cannot be one names no record.
 * @throws AppError `record.notFound` 404
 */
export function paramsOf({ params }: Route, req: PayloadRequest): Record<string, unknown> {
  const given = Object.fromEntries(
    Object.entries(req.routeParams ?? {}).map(([name, value]) => [name, wellFormed(String(value))]),
  )
  const parsed = (params ?? z.object({})).safeParse(given)
  if (!parsed.success) throw new AppError('record.notFound', {}, { status: 404 })
  return parsed.data
}

/**
 * The query as the route's schema reads it: a name that there is not is told, with what was surely meant.
 * @throws AppError `front.unknownName`, `front.wrongValue` 422
 */
export function queryOf({ query, parameters }: Route, search: URLSearchParams): Record<string, unknown> {
  if (parameters) return {}
  const shape: Readonly<Record<string, z.ZodType>> = query?.shape ?? {}
  refuseUnknown(search, Object.keys(shape))
  const given = Object.fromEntries(
    Object.entries(shape).flatMap(([name, schema]) => {
      const values = search.getAll(name).filter((value) => value !== '')
      return values.length === 0 ? [] : [[name, isList(schema) ? values : values.at(-1)]]
    }),
  )
  const parsed = (query ?? z.object({})).safeParse(given)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw wrongValue(String(issue?.path[0] ?? ''))
}

export const wrongValue = (field: string): AppError =>
  new AppError('front.wrongValue', { field: field.slice(0, 60) }, { status: 422, field: field.slice(0, 60) })

/** @throws AppError `front.unknownName` 422: silence would look like «there is nothing». */
export function refuseUnknown(search: URLSearchParams, names: readonly string[]): void {
  const known = [...names, COMPANY]
  const strange = [...search.keys()].find((name) => !known.includes(name))
  if (strange !== undefined) throw unknownName(strange, known)
}

function unknownName(name: string, known: readonly string[]): AppError {
  const field = name.slice(0, 60)
  return new AppError('front.unknownName', { field, like: nameLike(field, known) ?? 'none' }, { status: 422, field })
}

/** Whether a name of the address may come several times. */
export const isList = (schema: z.ZodType): boolean =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodDefault
    ? isList(schema.unwrap() as z.ZodType) // of a schema of ours it is one of zod's own
    : schema instanceof z.ZodArray

/**
 * The body as the route's schema reads it; nothing at all reads as an object without fields.
 * @throws AppError `request.tooLarge` 413, `input.malformed` 400, `front.unknownName` and those of the schema 422
 */
export async function bodyOf({ body: schema }: Route, req: PayloadRequest): Promise<unknown> {
  if (!schema) return undefined
  // PayloadRequest is a web Request with more on it; its types make the stream optional.
  const bytes = await readBody(
    { headers: req.headers, body: req.body as ReadableStream<Uint8Array> | null | undefined },
    BODY_LIMIT,
  )
  if (!bytes) throw new AppError('request.tooLarge', {}, { status: 413 })
  const parsed = schema.safeParse(jsonOf(bytes.toString('utf8')))
  if (parsed.success) return parsed.data
  const strange = parsed.error.issues.find((issue) => issue.code === 'unrecognized_keys')
  if (strange) throw unknownName([...strange.path, strange.keys[0] ?? ''].join('.'), namesOf(schema))
  throw invalidInput(issuesOf(parsed.error))
}

const namesOf = (schema: z.ZodType): string[] => (schema instanceof z.ZodObject ? Object.keys(schema.shape) : [])

function jsonOf(text: string): unknown {
  if (text.trim() === '') return {}
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new AppError('input.malformed', {}, { status: 400 })
  }
  if (isDeeper(value, DEPTH)) throw new AppError('input.malformed', {}, { status: 400 })
  return wellFormedDeep(value)
}
