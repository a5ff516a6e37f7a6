import { z } from 'zod'
import { addErrorLabels, type CodesOf } from '@/src/lib/error-labels'
import { lockRow } from '@/src/mechanisms/actions/lockRow'
import { defineAction, PRESS_SECONDS } from '@/src/mechanisms/actions/defineAction'
import { AppError } from '@/src/lib/errors'
import { isStaff } from '@/src/mechanisms/access/actor'
import { writeComment } from '@/src/mechanisms/comments/writeComment'
import { customers, staffWithClients } from '@/src/mechanisms/access/roles'

/** Records people may write at. Each has a company and a number. */
export const commentable = ['orders', 'contracts', 'documents'] as const

const errorWords = addErrorLabels({
  'comment.empty': { ru: 'Напишите сообщение или приложите файл', en: 'Write a message or attach a file' },
  'comment.filesUnknown': { ru: 'Файл не найден: загрузите его ещё раз', en: 'The file was not found: please upload it again' },
})

declare module '@/src/lib/errors' {
  interface ErrorCodes extends CodesOf<typeof errorWords> {}
}

/**
 * Writes to the other side at an order, a contract or a document; employees may write among themselves.
 * @throws AppError `comment.empty` 422, `comment.filesUnknown` 404, `entity.notFound` 404
 */
export const addComment = defineAction({
  name: 'comments.add',
  label: { ru: 'Отправлено сообщение', en: 'Wrote a message' },
  input: z.object({
    entity: z.enum(commentable),
    id: z.uuid(),
    body: z.string().trim().max(8_000).default(''),
    files: z.array(z.uuid()).max(20).default([]),
    internal: z.boolean().default(false),
  }),
  may: [...staffWithClients, ...customers],
  pressSeconds: PRESS_SECONDS,
  run: async ({ req, actor, input }): Promise<{ id: string }> => {
    if (input.body === '' && input.files.length === 0) throw new AppError('comment.empty', {}, { status: 422, field: 'body' })
    if (input.internal && !isStaff(actor)) throw new AppError('access.denied', {}, { status: 403 })
    const row = await lockRow(req, actor, { entity: input.entity, id: () => input.id }, input)
    const id = await writeComment(req, actor, {
      entity: input.entity, entityId: input.id, number: row.number, company: row.company_id,
      body: input.body, files: input.files, internal: input.internal,
    })
    return { id }
  },
})
