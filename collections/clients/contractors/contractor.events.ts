import type { RecordNews } from '@/hooks/announceChanges'
import { defineEvents, shape, type TypesOf } from '@/src/mechanisms/events/defineEvents'

export const contractorEvents = defineEvents({
  'contractor.added': {
    label: { ru: 'Новый контрагент', en: 'Contractor added' },
    data: shape<RecordNews>(),
    feed: true,
  },
  'contractor.changed': {
    label: { ru: 'Контрагент изменён', en: 'Contractor changed' },
    data: shape<RecordNews>(),
    feed: true,
  },
  'contractor.removed': {
    label: { ru: 'Контрагент удалён', en: 'Contractor removed' },
    data: shape<RecordNews>(),
    feed: true,
  },
})

declare module '@/src/mechanisms/events/defineEvents' {
  interface EventTypes extends TypesOf<typeof contractorEvents> {}
}
