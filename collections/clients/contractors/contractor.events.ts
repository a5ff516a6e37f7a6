import { defineEvents, type TypesOf } from '@/src/mechanisms/events/defineEvents'

export const contractorEvents = defineEvents({
  'contractor.added': { label: { ru: 'Новый контрагент', en: 'Contractor added' } },
  'contractor.changed': { label: { ru: 'Контрагент изменён', en: 'Contractor changed' } },
  'contractor.removed': { label: { ru: 'Контрагент удалён', en: 'Contractor removed' } },
})

declare module '@/src/mechanisms/events/defineEvents' {
  interface EventTypes extends TypesOf<typeof contractorEvents> {}
}
