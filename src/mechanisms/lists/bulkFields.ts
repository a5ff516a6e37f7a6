import { AppError } from '@/src/lib/errors'
import type { QueryContext } from '../access/context'
import type { BulkDeclaration, BulkField, BulkGiven } from './defineBulk'

/** What a bulk asks of this person before it is done. */
export const asksOf = async (context: QueryContext, bulk: BulkDeclaration): Promise<readonly BulkField[]> =>
  'action' in bulk ? ((await bulk.asks?.(context)) ?? []) : []

/** Whether there is anything to answer with: a choice that has to be made needs choices. */
export const canAnswer = (fields: readonly BulkField[]): boolean =>
  fields.every((field) => !field.required || field.type === 'long' || field.choices.length > 0)

/**
 * What was answered, of what is asked and no more; what was not offered counts as not chosen.
 * @throws AppError `list.notGiven` 422
 */
export async function parseBulkFields(
  context: QueryContext,
  bulk: BulkDeclaration,
  given: BulkGiven,
): Promise<BulkGiven> {
  const told: Record<string, string | readonly string[]> = {}
  for (const field of await asksOf(context, bulk)) {
    if (field.only && !field.only.values.includes(String(told[field.only.of] ?? ''))) continue
    const value = valueOf(field, given[field.name])
    if (value.length > 0) told[field.name] = value
    else if (field.required)
      throw new AppError('list.notGiven', { field: field.label }, { status: 422, field: field.name })
  }
  return told
}

function valueOf(field: BulkField, given: string | readonly string[] | undefined): string | readonly string[] {
  const all = (typeof given === 'string' ? [given] : (given ?? [])).map((one) => one.trim()).filter(Boolean)
  if (field.type === 'long') return all[0] ?? ''
  const offered = all.filter((one) => field.choices.some(({ id }) => id === one))
  return field.type === 'several' ? [...new Set(offered)] : (offered[0] ?? '')
}
