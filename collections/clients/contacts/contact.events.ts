import type { RecordNews } from '@/hooks/announceChanges'
import { defineEvents, shape, type TypesOf } from '@/src/mechanisms/events/defineEvents'

export const contactEvents = defineEvents({
  'contact.accessGranted': {
    label: { ru: 'Доступ в кабинет открыт', en: 'Portal access opened' },
    data: shape<{ name: string; user: string }>(),
  },
  'contact.accessRevoked': {
    label: { ru: 'Доступ в кабинет закрыт', en: 'Portal access closed' },
    data: shape<{ name: string; user: string }>(),
  },
  'contact.added': {
    label: { ru: 'Новое контактное лицо', en: 'Contact added' },
    data: shape<RecordNews>(),
    feed: true,
  },
  'contact.changed': {
    label: { ru: 'Контактное лицо изменено', en: 'Contact changed' },
    data: shape<RecordNews>(),
    feed: true,
  },
  'contact.removed': {
    label: { ru: 'Контактное лицо удалено', en: 'Contact removed' },
    data: shape<RecordNews>(),
    feed: true,
  },
})

declare module '@/src/mechanisms/events/defineEvents' {
  interface EventTypes extends TypesOf<typeof contactEvents> {}
}
