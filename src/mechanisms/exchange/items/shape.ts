import { z } from 'zod'

/** What the schema says about one field of an item. */
export type FieldShape = {
  /** `null` is a value: it clears the field. */
  clears: boolean
  /** The field may be left out. */
  optional: boolean
  /** The schema behind «optional» and «nullable». */
  inner: z.ZodType
}

const known = new WeakMap<z.ZodType, FieldShape>()

/** Reads a field's schema once: whether it may be left out or cleared, and what it holds. */
export function shapeOf(schema: z.ZodType): FieldShape {
  const before = known.get(schema)
  if (before) return before
  let inner = schema
  // `unwrap` of zod gives its core type; every schema here is made with the same `z`.
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodNullable) inner = inner.unwrap() as z.ZodType
  const shape = { clears: schema.safeParse(null).success, optional: schema.safeParse(undefined).success, inner }
  known.set(schema, shape)
  return shape
}

/** The item of a list, or undefined for anything else. */
export const elementOf = (schema: z.ZodType): z.ZodType | undefined =>
  schema instanceof z.ZodArray ? (schema.element as z.ZodType) : undefined
