import { sql } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import { addErrorLabels, type CodesOf } from '@/src/lib/error-labels'
import { AppError } from '@/src/lib/errors'
import { defineAction } from '@/src/mechanisms/actions/defineAction'
import { execute } from '@/src/mechanisms/database/query'
import { recordEvent } from '@/src/mechanisms/events/recordEvent'
import { companyManager } from '@/src/mechanisms/notifications/audiences/companyManager'
import { defineNotification } from '@/src/mechanisms/notifications/defineNotification'
import { customers } from '@/src/mechanisms/access/roles'
import { panelPageOfEvent } from '@/src/mechanisms/records/defineRecord'

const errorWords = addErrorLabels({
  'documents.notReconciliation': {
    ru: 'Отвечать можно только на действующий акт сверки',
    en: 'Only a valid reconciliation statement can be answered',
  },
  'documents.noteNeeded': {
    ru: 'Напишите, что не сходится: документ, дату, сумму',
    en: 'Say what does not agree: the document, its date, the sum',
  },
})

declare module '@/src/lib/errors' {
  interface ErrorCodes extends CodesOf<typeof errorWords> {}
}

/**
 * The client's answer to a reconciliation statement: agreed, or disputed with what does not agree. A disputed one may
 * be agreed with later; what is agreed stands.
 * @throws AppError `documents.notReconciliation` 409, `documents.noteNeeded` 422, `record.changed` 409, `entity.notFound` 404
 */
export const answerReconciliation = defineAction({
  name: 'documents.answer',
  label: { ru: 'Ответ на акт сверки', en: 'Answered a reconciliation' },
  input: z.object({
    document: z.uuid(),
    answer: z.enum(['agreed', 'disputed']),
    note: z.string().trim().max(2_000).default(''),
  }),
  may: customers,
  lock: { entity: 'documents', id: ({ document }) => document },
  run: async ({ req, actor, input: { document, answer, note }, row }): Promise<{ answer: string }> => {
    if (row.kind !== 'reconciliation' || row.cancelled)
      throw new AppError('documents.notReconciliation', {}, { status: 409 })
    if (answer === 'disputed' && note === '')
      throw new AppError('documents.noteNeeded', {}, { status: 422, field: 'note' })
    if (row.answer === 'agreed') {
      if (answer === 'agreed') return { answer }
      throw new AppError('record.changed', {}, { status: 409 })
    }
    // The same word again is no news.
    if (row.answer === answer && (row.answer_note ?? '') === note) return { answer }
    await execute(
      req,
      sql`update documents set answer = ${answer}, answered_at = now(), answer_note = ${note || null}, seen_at = coalesce(seen_at, now()), updated_at = now() where id = ${document}`,
    )
    await recordEvent(req, {
      type: 'document.answered',
      entity: 'documents',
      entityId: document,
      company: row.company_id,
      actor,
      data: { answer, number: row.number, note, author: actor.name },
    })
    return { answer }
  },
})

/** The manager hears what the client says to a reconciliation. */
export const reconciliationAnswered = defineNotification({
  event: 'document.answered',
  key: 'manager',
  to: companyManager(),
  channels: ['feed', 'mail'],
  title: {
    ru: '{answer, select, agreed {Акт сверки № {number} согласован клиентом} other {Расхождения в акте сверки № {number}}}',
    en: '{answer, select, agreed {The client agrees with reconciliation No. {number}} other {The client disputes reconciliation No. {number}}}',
  },
  body: {
    ru: '{author}{answer, select, agreed {} other {: {note}}}',
    en: '{author}{answer, select, agreed {} other {: {note}}}',
  },
  link: panelPageOfEvent,
})
