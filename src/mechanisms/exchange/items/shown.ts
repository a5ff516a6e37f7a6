import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import type { Ask, Resource } from './defineResource'

/** How the portal gives values back: what a column may lack is null, never left out. */
export const shownText = z.string().nullable()
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

/** What the portal holds, in the words of the resource's `gives`. */
export async function readItems(resource: Resource, req: PayloadRequest, ask: Ask): Promise<Array<Record<string, unknown>>> {
  return (await resource.read?.({ req }, ask))?.map((row) => shown(resource, row)) ?? []
}

export const shown = (resource: Resource, row: Record<string, unknown>): Record<string, unknown> => resource.gives?.parse(row) ?? row
