import { defineEvents, shape, type TypesOf } from '@/src/mechanisms/events/defineEvents'
import type { TransitionData } from '@/src/mechanisms/workflow/transitionData'

export const contractEvents = defineEvents({
  'contract.signedSent': {
    label: { ru: 'Клиент прислал подписанный договор', en: 'Client sent a signed contract' },
    data: shape<TransitionData>(),
  },
  'contract.activated': {
    label: { ru: 'Договор действует', en: 'The contract is in force' },
    history: true,
    data: shape<TransitionData>(),
  },
  'contract.offered': {
    label: { ru: 'Договор на подписании', en: 'The contract is being signed' },
    history: true,
    data: shape<TransitionData>(),
  },
  'contract.suspended': {
    label: { ru: 'Договор приостановлен', en: 'The contract is suspended' },
    history: true,
    data: shape<TransitionData>(),
  },
  'contract.terminated': {
    label: { ru: 'Договор расторгнут', en: 'The contract is terminated' },
    history: true,
    data: shape<TransitionData>(),
  },
  'contract.expired': {
    label: { ru: 'Срок договора истёк', en: 'The contract has expired' },
    history: true,
    data: shape<TransitionData>(),
  },
  'contract.redrafted': {
    label: { ru: 'Договор возвращён в подготовку', en: 'The contract is being prepared again' },
    data: shape<TransitionData>(),
  },
  'contract.added': { label: { ru: 'Новый договор', en: 'Contract added' }, data: shape<{ number: string }>() },
})

declare module '@/src/mechanisms/events/defineEvents' {
  interface EventTypes extends TypesOf<typeof contractEvents> {}
}
