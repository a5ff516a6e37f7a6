import { sql } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import type { PayloadRequest } from 'payload'
import { AppError } from '@/src/lib/errors'
import { addErrorLabels, type CodesOf } from '@/src/lib/error-labels'
import { defineAction } from '@/src/mechanisms/actions/defineAction'
import { typedText } from '@/src/mechanisms/actions/typedText'
import { query } from '@/src/mechanisms/database/query'
import { requireGroup } from '../groups/group.actions'
import { giveBackAction } from '@/src/mechanisms/fields/giveBack'

const errorWords = addErrorLabels({
  'picture.ofErp': {
    ru: 'Эту фотографию присылает 1С: уберите её там, иначе она вернётся при следующем обмене',
    en: 'This picture is sent by 1C: take it off there, or the next exchange brings it back',
  },
})

declare module '@/src/lib/errors' {
  interface ErrorCodes extends CodesOf<typeof errorWords> {}
}

const editors = ['editor', 'admin'] as const
type Changes = { name?: string; description?: string; group?: string | null; active?: boolean; images?: string[] }

/** Through Payload, as the person: its hooks renew the search, remember who hid it and keep what was taken over from 1C. */
const change = (req: PayloadRequest, id: string, data: Changes): Promise<unknown> =>
  req.payload.update({ collection: 'products', id, data, depth: 0, overrideAccess: false, user: req.user, req })

/**
 * Changes what is an editor's of a product; what is left out stays. An empty section is none.
 * @throws AppError `input.required` 422, `group.unknown` 422
 */
export const editProduct = defineAction({
  name: 'products.edit',
  label: { ru: 'Изменён товар', en: 'Changed a product' },
  input: z.object({
    id: z.uuid(),
    name: typedText(1_000).min(1, 'input.required').optional(),
    description: typedText(20_000).optional(),
    group: z.union([z.uuid(), z.literal('').transform(() => null), z.null()]).optional(),
  }),
  may: editors,
  lock: { entity: 'products', id: ({ id }) => id, as: 'update' },
  run: async ({ req, input: { id, ...changes } }) => {
    if (changes.group) await requireGroup(req, changes.group, 'group')
    await change(req, id, changes)
    return { id }
  },
})

/** Shows a product to clients, or hides it from them whatever 1C says. */
export const showProduct = defineAction({
  name: 'products.show',
  label: { ru: 'Показан или скрыт товар', en: 'Showed or hid a product' },
  input: z.object({ id: z.uuid(), shown: z.boolean() }),
  may: editors,
  lock: { entity: 'products', id: ({ id }) => id, as: 'update' },
  run: async ({ req, input: { id, shown } }) => {
    await change(req, id, { active: shown })
    return { id, shown }
  },
})

/**
 * Hangs a picture on a product, as its main one or behind the others, or takes it off.
 * @throws AppError `picture.ofErp` 409, `record.notFound` 404
 */
export const hangPicture = defineAction({
  name: 'products.hangPicture',
  label: { ru: 'Изменены фотографии товара', en: 'Changed a product’s pictures' },
  input: z.object({ id: z.uuid(), picture: z.uuid(), place: z.enum(['first', 'last', 'off']) }),
  may: editors,
  lock: { entity: 'products', id: ({ id }) => id, as: 'update' },
  run: async ({ req, input: { id, picture, place } }) => {
    const [asked] = await query<{ ofErp: boolean; person: string | null }>(
      req,
      sql`select m.external_path is not null as "ofErp", m.person_id::text as person from media m where m.id = ${picture}`,
    )
    // A photograph of somebody is no picture of goods.
    if (!asked || asked.person) throw new AppError('record.notFound', {}, { status: 404, field: 'picture' })
    if (asked.ofErp) throw new AppError('picture.ofErp', {}, { status: 409, field: 'picture' })
    const now = await query<{ id: string }>(
      req,
      sql`select r.media_id::text as id from products_rels r where r.parent_id = ${id} and r.path = 'images' order by r."order"`,
    )
    const others = now.map((one) => one.id).filter((one) => one !== picture)
    const images = place === 'first' ? [picture, ...others] : place === 'last' ? [...others, picture] : others
    await change(req, id, { images })
    return { images }
  },
})

/** What was taken over of a product becomes 1C's again. */
export const giveBackProduct = giveBackAction('products', {
  ru: 'Товар возвращён 1С',
  en: 'Gave a product back to 1C',
})
