import { customers, staffWhoSell } from '@/src/mechanisms/access/roles'
import { defineWorkflow } from '@/src/mechanisms/workflow/defineWorkflow'
import { guaranteeLabels } from './guarantee.labels'

const { status } = guaranteeLabels.options

/** The manager offers the letter, the client signs it; until then it can be withdrawn. 1C says so as well. */
export const guaranteeWorkflow = defineWorkflow({
  entity: 'test-guarantees',
  initial: ['draft'],
  states: {
    draft: { label: status.draft, tone: 'idle', step: 0 },
    offered: { label: status.offered, tone: 'wait', step: 1 },
    given: { label: status.given, tone: 'good', step: 2 },
    withdrawn: { label: status.withdrawn, tone: 'bad' },
  },
  transitions: {
    offer: {
      label: { ru: 'Отправить на подпись', en: 'Send for signing' },
      from: ['draft'],
      to: 'offered',
      by: [...staffWhoSell, 'erp'],
      event: 'guarantee.offered',
      tone: 'main',
    },
    sign: {
      label: { ru: 'Подписать', en: 'Sign' },
      from: ['offered'],
      to: 'given',
      by: [...customers, 'erp'],
      event: 'guarantee.given',
      tone: 'main',
    },
    withdraw: {
      label: { ru: 'Отозвать', en: 'Withdraw' },
      from: ['draft', 'offered'],
      to: 'withdrawn',
      by: [...staffWhoSell, 'erp'],
      event: 'guarantee.withdrawn',
      tone: 'danger',
      question: { text: { ru: 'Отозвать письмо {number}?', en: 'Withdraw letter {number}?' } },
    },
  },
})
