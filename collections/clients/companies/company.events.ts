import { defineEvents, type TypesOf } from '@/src/mechanisms/events/defineEvents'

export const companyEvents = defineEvents({
  'company.assigned': { label: { ru: 'Клиент передан менеджеру', en: 'Client given to a manager' } },
  'company.branchesSet': { label: { ru: 'Филиалы клиента записаны', en: 'Client put into branches' } },
  'company.changed': { label: { ru: 'Карточка клиента изменена', en: 'Client changed' } },
  'company.imported': { label: { ru: 'Клиент получен из 1С', en: 'Client came from 1C' } },
  'company.registered': { label: { ru: 'Клиент зарегистрировался', en: 'Client registered' } },
  'company.removed': { label: { ru: 'Клиент удалён', en: 'Client removed' } },
})

declare module '@/src/mechanisms/events/defineEvents' {
  interface EventTypes extends TypesOf<typeof companyEvents> {}
}
