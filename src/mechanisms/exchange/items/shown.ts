import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { keptId } from '../source'
import type { RecordKeys, Resource } from './defineResource'
import { sourceId, toldItem } from './sourceIds'

/** How the portal gives values back: what a column may lack is null, never left out. */
export const shownText = z.string().nullable()
/** An identifier of 1C, given as the asking node knows it. */
export const shownId = sourceId(z.string()).nullable()
export const shownFlag = z.boolean().nullable()
export const shownNumber = z.number().nullable()
export const shownMoney = z.string().nullable().meta({ description: 'Сумма: «1234.50»' })
export const shownDay = z.string().nullable().meta({ format: 'date' })
/** A moment as the database writes it, given in ISO 8601 with `Z`: 1C reads nothing else. */
export const shownMoment = z
  .string()
  .nullable()
  .meta({ format: 'date-time' })
  .transform((text) => (text === null ? null : new Date(text).toISOString()))

/** The sync passport of a record. */
export const shownSync = z.object({ node: shownText, run: shownText.optional(), at: shownMoment }).nullable()

/** What the portal holds, in the words of the resource's `gives` and with the identifiers that a node of this source knows. */
export async function readItems(
  resource: Resource,
  req: PayloadRequest,
  source: string,
  ask: RecordKeys,
): Promise<Array<Record<string, unknown>>> {
  const externalIds = ask.externalIds.map((id) => keptId(source, id))
  return (await resource.read?.({ req }, { ...ask, externalIds }))?.map((row) => shownItem(resource, source, row)) ?? []
}

export function shownItem({ gives }: Resource, source: string, row: Record<string, unknown>): Record<string, unknown> {
  // `toldItem` of an object is that object with other texts in it.
  return gives ? (toldItem(gives, source, gives.parse(row)) as Record<string, unknown>) : row
}
