import { defineEvents, type TypesOf } from '@/src/mechanisms/events/defineEvents'

export const contactEvents = defineEvents({
  'contact.accessGranted': { label: { ru: 'Доступ в кабинет открыт', en: 'Portal access opened' } },
  'contact.accessRevoked': { label: { ru: 'Доступ в кабинет закрыт', en: 'Portal access closed' } },
  'contact.added': { label: { ru: 'Новое контактное лицо', en: 'Contact added' } },
  'contact.changed': { label: { ru: 'Контактное лицо изменено', en: 'Contact changed' } },
  'contact.removed': { label: { ru: 'Контактное лицо удалено', en: 'Contact removed' } },
})

declare module '@/src/mechanisms/events/defineEvents' {
  interface EventTypes extends TypesOf<typeof contactEvents> {}
}
