import { z } from 'zod'
import { addErrorLabels, type CodesOf } from '@/src/lib/error-labels'
import { lockRow } from '@/src/mechanisms/actions/lockRow'
import { defineAction, PRESS_SECONDS } from '@/src/mechanisms/actions/defineAction'
import { AppError } from '@/src/lib/errors'
import { isHeldFor } from '@/src/mechanisms/access/heldFor'
import { companyOfRow } from '@/src/mechanisms/access/companyOfRow'
import { isStaff } from '@/src/mechanisms/access/actor'
import { recordNeeds } from '@/src/mechanisms/records/defineRecord'
import { isTalkedAt, talkColumn } from '@/src/mechanisms/comments/defineTalk'
import { writeComment } from '@/src/mechanisms/comments/writeComment'
import { customers, staffWithClients } from '@/src/mechanisms/access/roles'

const errorWords = addErrorLabels({
  'comment.empty': { ru: 'Напишите сообщение или приложите файл', en: 'Write a message or attach a file' },
  'comment.filesUnknown': {
    ru: 'Файл не найден: загрузите его ещё раз',
    en: 'The file was not found: please upload it again',
  },
})

declare module '@/src/lib/errors' {
  interface ErrorCodes extends CodesOf<typeof errorWords> {}
}

/**
 * Writes to the other side at a record that is open to correspondence; employees may write among themselves.
 * @throws AppError `access.denied` 403 where they may not read what is said, `comment.empty` 422, `comment.filesUnknown` 404, `entity.notFound` 404
 */
export const addComment = defineAction({
  name: 'comments.add',
  label: { ru: 'Отправлено сообщение', en: 'Wrote a message' },
  input: z.object({
    entity: z.string().max(63).refine(isTalkedAt),
    id: z.uuid(),
    body: z.string().trim().max(8_000).default(''),
    files: z.array(z.uuid()).max(20).default([]),
    internal: z.boolean().default(false),
  }),
  may: [...staffWithClients, ...customers],
  pressSeconds: PRESS_SECONDS,
  run: async ({ req, actor, input }): Promise<{ id: string }> => {
    if (input.body === '' && input.files.length === 0)
      throw new AppError('comment.empty', {}, { status: 422, field: 'body' })
    if (input.internal && !isStaff(actor)) throw new AppError('access.denied', {}, { status: 403 })
    const row = await lockRow(req, actor, { entity: input.entity, id: () => input.id }, input)
    const company = companyOfRow(input.entity, row)
    // Whoever sees a row need not read what is said at it.
    const needs = recordNeeds()[input.entity]
    if (needs && !(await isHeldFor(req, actor, company, needs)))
      throw new AppError('access.denied', {}, { status: 403 })
    const id = await writeComment(req, actor, {
      entity: input.entity,
      entityId: input.id,
      number: String(row[talkColumn(input.entity)]),
      company: String(company),
      body: input.body,
      files: input.files,
      internal: input.internal,
    })
    return { id }
  },
})
