import type { RecordNews } from '@/hooks/announceChanges'
import { defineEvents, shape, type TypesOf } from '@/src/mechanisms/events/defineEvents'
import type { TransitionData } from '@/src/mechanisms/workflow/transitionData'

export const companyEvents = defineEvents({
  'company.activated': { label: { ru: 'Клиент взят в работу', en: 'Client taken on' }, data: shape<TransitionData>() },
  'company.suspended': {
    label: { ru: 'Работа с клиентом приостановлена', en: 'Client suspended' },
    data: shape<TransitionData>(),
  },
  'company.archived': { label: { ru: 'Клиент убран в архив', en: 'Client archived' }, data: shape<TransitionData>() },
  'company.renewed': { label: { ru: 'Клиент снова новый', en: 'Client is new again' }, data: shape<TransitionData>() },
  'company.assigned': {
    label: { ru: 'Клиент передан менеджеру', en: 'Client given to a manager' },
    data: shape<{ companyName: string; manager: string; managerName: string; before: string | null }>(),
    feed: true,
  },
  'company.branchesSet': {
    label: { ru: 'Филиалы клиента записаны', en: 'Client put into branches' },
    data: shape<{ companyName: string; branches: readonly string[] }>(),
    feed: true,
  },
  'company.changed': {
    label: { ru: 'Карточка клиента изменена', en: 'Client changed' },
    data: shape<RecordNews>(),
    feed: true,
  },
  'company.imported': {
    label: { ru: 'Клиент получен из 1С', en: 'Client came from 1C' },
    data: shape<{ name: string }>(),
  },
  'company.registered': {
    label: { ru: 'Клиент зарегистрировался', en: 'Client registered' },
    data: shape<RecordNews>(),
    feed: true,
  },
  'company.removed': { label: { ru: 'Клиент удалён', en: 'Client removed' }, data: shape<RecordNews>(), feed: true },
})

declare module '@/src/mechanisms/events/defineEvents' {
  interface EventTypes extends TypesOf<typeof companyEvents> {}
}
