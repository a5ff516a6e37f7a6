import { sql } from '@payloadcms/db-postgres/drizzle'
import { idIs } from '@/src/mechanisms/database/ids'
import { execute } from '@/src/mechanisms/database/query'
import { defineWorkflow } from '@/src/mechanisms/workflow/defineWorkflow'
import { documentRequestLabels } from './document-request.labels'

const { status } = documentRequestLabels.options

/** The way of a request: it waits for 1C, is prepared by a node for a limited time, and is answered once. */
export const documentRequestWorkflow = defineWorkflow({
  entity: 'document-requests',
  initial: ['waiting'],
  states: {
    waiting: { label: status.waiting, tone: 'wait', step: 0 },
    leased: { label: status.leased, tone: 'run', step: 1, deadline: { field: 'leasedUntil', then: 'release' } },
    done: { label: status.done, tone: 'good', step: 2 },
    notFound: { label: status.notFound, tone: 'bad' },
    denied: { label: status.denied, tone: 'bad' },
  },
  transitions: {
    lease: {
      label: { ru: 'Взять в работу', en: 'Take' },
      from: ['waiting', 'leased'],
      to: 'leased',
      by: ['erp'],
      event: null,
    },
    release: {
      label: { ru: 'Вернуть в очередь', en: 'Give back' },
      from: ['leased'],
      to: 'waiting',
      by: ['system'],
      event: null,
    },
    answer: {
      label: { ru: 'Готово', en: 'Ready' },
      from: ['waiting', 'leased'],
      to: 'done',
      by: ['erp'],
      event: 'document.ready',
    },
    miss: {
      label: { ru: 'Не найден', en: 'Not found' },
      from: ['waiting', 'leased'],
      to: 'notFound',
      by: ['erp'],
      event: 'document.refused',
    },
    deny: {
      label: { ru: 'Отказать', en: 'Deny' },
      from: ['waiting', 'leased'],
      to: 'denied',
      by: ['erp'],
      event: 'document.refused',
    },
    askAgain: {
      label: { ru: 'Запросить ещё раз', en: 'Ask again' },
      from: ['leased', 'notFound', 'denied'],
      to: 'waiting',
      by: ['admin'],
      event: 'document.askedAgain',
      internal: true,
      tone: 'main',
      after: ({ req, row }) =>
        execute(
          req,
          sql`update document_requests set attempts = 0, reason = null, finished_at = null where ${idIs(sql`id`, String(row.id))}`,
        ),
    },
  },
})
