import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { addErrorLabels, type CodesOf } from '@/src/lib/error-labels'
import { AppError } from '@/src/lib/errors'
import { defineAction, PRESS_SECONDS } from '@/src/mechanisms/actions/defineAction'
import { typedText } from '@/src/mechanisms/actions/typedText'
import { execute, list, query } from '@/src/mechanisms/database/query'
import { freeSlug } from '@/src/mechanisms/fields/freeSlug'
import { giveBackAction } from '@/src/mechanisms/fields/giveBack'
import { forgetCounts } from '../products/rememberedCounts'
import { plantGroups } from './plantGroups'

const errorWords = addErrorLabels({
  'group.unknown': { ru: 'Такого раздела нет', en: 'There is no such section' },
  'group.underItself': {
    ru: 'Раздел нельзя вложить в самого себя или в то, что лежит в нём',
    en: 'A section cannot lie within itself, nor within what lies in it',
  },
})

declare module '@/src/lib/errors' {
  interface ErrorCodes extends CodesOf<typeof errorWords> {}
}

const editors = ['editor', 'admin'] as const
const name = typedText(300).min(1, 'input.required')
const parent = z.union([z.uuid(), z.literal('').transform(() => null), z.null()])
type Changes = { name?: string; active?: boolean; parent?: string | null }

/** Through Payload, as the person: its hooks renew what hangs on a section and keep what was taken over from 1C. */
async function change(req: PayloadRequest, id: string, data: Changes): Promise<void> {
  await req.payload.update({ collection: 'groups', id, data, depth: 0, overrideAccess: false, user: req.user, req })
  forgetCounts()
}

/** Makes a section, the last of those beside it. @throws AppError `group.unknown` 422 */
export const addGroup = defineAction({
  name: 'groups.add',
  label: { ru: 'Добавлен раздел', en: 'Added a section' },
  input: z.object({ name, parent: parent.optional() }),
  may: editors,
  pressSeconds: PRESS_SECONDS,
  run: async ({ req, input }) => {
    const under = input.parent ?? null
    if (under) await requireGroup(req, under, 'parent')
    const slug = await freeSlug(req, 'groups', input.name, { otherwise: 'razdel', longest: 120 })
    const { id } = await req.payload.create({
      collection: 'groups',
      data: { name: input.name, slug, parent: under, active: true },
      depth: 0,
      overrideAccess: false,
      user: req.user,
      req,
    })
    await putInOrder(req, { id, parent: under, before: null })
    return { id }
  },
})

export const renameGroup = defineAction({
  name: 'groups.rename',
  label: { ru: 'Переименован раздел', en: 'Renamed a section' },
  input: z.object({ id: z.uuid(), name }),
  may: editors,
  lock: { entity: 'groups', id: ({ id }) => id, as: 'update' },
  run: async ({ req, input }) => {
    await change(req, input.id, { name: input.name })
    return { id: input.id }
  },
})

/** Shows a section to clients, or hides it; its goods stand in the nearest shown section above. */
export const showGroup = defineAction({
  name: 'groups.show',
  label: { ru: 'Показан или скрыт раздел', en: 'Showed or hid a section' },
  input: z.object({ id: z.uuid(), shown: z.boolean() }),
  may: editors,
  lock: { entity: 'groups', id: ({ id }) => id, as: 'update' },
  run: async ({ req, input }) => {
    await change(req, input.id, { active: input.shown })
    return { id: input.id, shown: input.shown }
  },
})

/**
 * Puts a section under another (or at the top) and before one of those there; without `before` it is the last.
 * @throws AppError `group.unknown` 422, `group.underItself` 409
 */
export const moveGroup = defineAction({
  name: 'groups.move',
  label: { ru: 'Перемещён раздел', en: 'Moved a section' },
  input: z.object({ id: z.uuid(), parent, before: z.uuid().nullish() }),
  may: editors,
  lock: { entity: 'groups', id: ({ id }) => id, as: 'update' },
  run: async ({ req, input: { id, parent: under, before }, row }) => {
    // Two moves at once could make a circle that neither sees.
    await execute(req, sql`select pg_advisory_xact_lock(hashtext('groups.move'))`)
    if (under) {
      await requireGroup(req, under, 'parent')
      await requireOutside(req, { id, under })
    }
    if (row.parent_id !== under) await change(req, id, { parent: under })
    await putInOrder(req, { id, parent: under, before: before ?? null })
    return { id }
  },
})

/** What was taken over of a section becomes 1C's again. @throws AppError `group.underItself` 409 */
export const giveBackGroup = giveBackAction(
  'groups',
  { ru: 'Раздел возвращён 1С', en: 'Gave a section back to 1C' },
  async (req, { id, field, told }) => {
    if (field === 'parent' && typeof told === 'string') await requireOutside(req, { id, under: told })
  },
)

/** @throws AppError `group.unknown` 422 */
export async function requireGroup(req: PayloadRequest, id: string, field: string): Promise<void> {
  const [row] = await query(req, sql`select 1 from groups g where g.id = ${id}`)
  if (!row) throw new AppError('group.unknown', {}, { status: 422, field })
}

async function requireOutside(req: PayloadRequest, { id, under }: { id: string; under: string }): Promise<void> {
  const [inside] = await query(
    req,
    sql`with recursive up as (
          select g.id, g.parent_id from groups g where g.id = ${under}
          union
          select g.id, g.parent_id from groups g join up on g.id = up.parent_id
        )
        select 1 from up where up.id = ${id}`,
  )
  if (inside) throw new AppError('group.underItself', {}, { status: 409, field: 'parent' })
}

type Place = { id: string; parent: string | null; before: string | null }

/** Numbers those of one parent anew with this one in its place; an order that 1C told is taken over where it changes. */
async function putInOrder(req: PayloadRequest, { id, parent: under, before }: Place): Promise<void> {
  const beside = await query<{ id: string }>(
    req,
    sql`select g.id::text from groups g where g.id <> ${id} and g.parent_id is not distinct from ${under}::uuid
        order by g.sort nulls last, search_fold(g.name), g.id`,
  )
  const ids = beside.map((one) => one.id)
  const at = before === null ? -1 : ids.indexOf(before)
  ids.splice(at < 0 ? ids.length : at, 0, id)
  await execute(
    req,
    sql`update groups g set sort = n.place, updated_at = now(),
          overrides = case when g.external_id is null or jsonb_exists(coalesce(g.overrides, '{}'), 'sort') then g.overrides
                           else coalesce(g.overrides, '{}') || jsonb_build_object('sort', g.sort) end
        from unnest(${list(ids, 'uuid')}) with ordinality as n(id, place) where g.id = n.id and g.sort is distinct from n.place`,
  )
  await plantGroups(req)
  forgetCounts()
}
