import { staffWhoSell } from '@/src/mechanisms/access/roles'
import { recordEvent } from '@/src/mechanisms/events/recordEvent'
import { defineWorkflow } from '@/src/mechanisms/workflow/defineWorkflow'
import type { GuardContext } from '@/src/mechanisms/workflow/rowContext'
import { companyLabels } from './company.labels'

const { status } = companyLabels.options

/** 1C hears of a state that people of the portal changed as of any other change of the card. */
async function tellErp({ req, actor, row }: GuardContext): Promise<void> {
  if (actor.role === 'erp') return
  const id = String(row.id)
  await recordEvent(req, {
    type: 'company.changed',
    entity: 'companies',
    entityId: id,
    company: id,
    actor,
    internal: true,
    data: { name: String(row.name), fields: ['status'] },
  })
}

/** Where a client stands: who registered by themselves is new until somebody takes them on. */
export const companyWorkflow = defineWorkflow({
  entity: 'companies',
  initial: ['active', 'new'],
  states: {
    new: { label: status.new, tone: 'wait', step: 0 },
    active: { label: status.active, tone: 'good', step: 1 },
    suspended: { label: status.suspended, tone: 'bad' },
    archived: { label: status.archived, tone: 'idle' },
  },
  transitions: {
    activate: {
      label: { ru: 'Взять в работу', en: 'Take on' },
      from: 'any',
      to: 'active',
      by: [...staffWhoSell, 'erp'],
      event: 'company.activated',
      internal: true,
      tone: 'main',
      after: tellErp,
    },
    suspend: {
      label: { ru: 'Приостановить', en: 'Suspend' },
      from: 'any',
      to: 'suspended',
      by: [...staffWhoSell, 'erp'],
      event: 'company.suspended',
      internal: true,
      question: {
        text: {
          ru: 'Клиент по-прежнему увидит свои заказы и документы, но новых заказов оформить не сможет. Приостановить?',
          en: 'The client still sees their orders and documents but cannot place new orders. Suspend?',
        },
      },
      after: tellErp,
    },
    archive: {
      label: { ru: 'В архив', en: 'Archive' },
      from: 'any',
      to: 'archived',
      by: [...staffWhoSell, 'erp'],
      event: 'company.archived',
      internal: true,
      tone: 'danger',
      question: {
        text: {
          ru: 'Клиент уйдёт из рабочих списков и не сможет оформлять заказы. Вернуть его можно в любой момент. Убрать в архив?',
          en: 'The client leaves the working lists and cannot place orders. They can be brought back any time. Archive?',
        },
      },
      after: tellErp,
    },
    renew: {
      label: { ru: 'Считать новым', en: 'Count as new' },
      from: 'any',
      to: 'new',
      by: ['admin', 'erp'],
      event: 'company.renewed',
      internal: true,
      after: tellErp,
    },
  },
})
