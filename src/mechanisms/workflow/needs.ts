import { z } from 'zod'
import { AppError } from '@/src/lib/errors'
import type { Text } from '@/src/lib/i18n'
import { invalidInput, issuesOf } from '../actions/invalidInput'
import { columnOf } from '../database/tableOf'
import { momentInput } from '../fields/momentInput'
import type { GuardContext } from './rowContext'
import { signatureNamed } from './signature'

/** Something that is asked for, in words of its own. */
export type NeededInput = { label: Text; optional?: true }

/** A value that is written into the record's field of the same name. */
export type NeededField = NeededInput &
  (
    | { type: 'text'; most?: number }
    | { type: 'date' }
    /** A day and an hour. */
    | { type: 'moment' }
    | { type: 'number'; least?: number; most?: number }
    | { type: 'choice'; options: Readonly<Record<string, Text>> }
  )

/** What a transition asks of whoever makes it. */
export type TransitionNeeds = {
  comment?: NeededInput
  /** Private files of the record's company; they stand in its correspondence, with the comment as their text. */
  files?: NeededInput
  /** By the names of the record's fields. */
  fields?: Readonly<Record<string, NeededField>>
  /** Key of a declared way to sign (`defineSignature`). */
  signature?: string
}

/** What came along with a call. */
export const transitionInput = z.object({
  comment: z.string().trim().max(4_000).optional(),
  /** Ids of files uploaded before. */
  files: z.array(z.uuid()).max(20).optional(),
  fields: z.record(z.string().max(63), z.union([z.string().max(4_000), z.number(), z.null()])).optional(),
  signature: z.string().max(10_000).optional(),
})
export type TransitionInput = z.output<typeof transitionInput>

/** What a transition takes with it: columns of the row, files for the correspondence, the proof of a signature. */
export type TransitionValues = {
  set: Record<string, unknown>
  files: readonly string[]
  signed?: Record<string, unknown>
}

/**
 * Checks what is given against what is needed.
 * @throws AppError `workflow.commentNeeded`, `workflow.filesNeeded`, `workflow.filesNotTaken`, `workflow.signatureNeeded` 422, a code of a field 422,
 *   `workflow.signatureUnknown` 409, and what the way to sign throws
 */
export async function checkNeeds(
  needs: TransitionNeeds | undefined,
  context: GuardContext,
  call: TransitionInput,
): Promise<TransitionValues> {
  const files = needs?.files ? (call.files ?? []) : []
  if (needs?.comment && !needs.comment.optional && !call.comment)
    throw new AppError('workflow.commentNeeded', {}, { status: 422, field: 'comment' })
  if (needs?.files && !needs.files.optional && files.length === 0)
    throw new AppError('workflow.filesNeeded', {}, { status: 422, field: 'files' })
  if (!needs?.files && call.files?.length)
    throw new AppError('workflow.filesNotTaken', {}, { status: 422, field: 'files' })
  const set = fieldsOf(needs?.fields ?? {}, call.fields ?? {})
  if (!needs?.signature) return { set, files }
  const kind = signatureNamed(needs.signature)
  if (!kind) throw new AppError('workflow.signatureUnknown', {}, { status: 409 })
  if (!call.signature) throw new AppError('workflow.signatureNeeded', {}, { status: 422, field: 'signature' })
  return { set, files, signed: { kind: kind.key, ...(await kind.sign(context, call.signature)) } }
}

function fieldsOf(
  fields: NonNullable<TransitionNeeds['fields']>,
  values: NonNullable<TransitionInput['fields']>,
): Record<string, unknown> {
  const shape = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, schemaOf(field)]))
  const parsed = z.strictObject(shape).safeParse(values)
  if (!parsed.success)
    throw invalidInput(issuesOf(parsed.error).map((issue) => ({ ...issue, field: `fields.${issue.field}` })))
  return Object.fromEntries(
    Object.entries(parsed.data).flatMap(([name, value]) => (value === undefined ? [] : [[columnOf(name), value]])),
  )
}

function schemaOf(field: NeededField): z.ZodType {
  const schema = valueOf(field)
  return field.optional ? schema.nullish() : schema
}

function valueOf(field: NeededField): z.ZodType {
  if (field.type === 'text')
    return z
      .string()
      .trim()
      .min(field.optional ? 0 : 1, 'input.required')
      .max(field.most ?? 500)
  // A day is kept as its midnight in UTC.
  if (field.type === 'date') return z.iso.date().transform((day) => `${day}T00:00:00.000Z`)
  if (field.type === 'moment') return momentInput
  if (field.type === 'number')
    return z
      .number()
      .min(field.least ?? -Infinity)
      .max(field.most ?? Infinity)
  return z.enum(Object.keys(field.options))
}
