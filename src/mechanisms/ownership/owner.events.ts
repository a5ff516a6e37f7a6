import { defineEvents, type TypesOf } from '../events/defineEvents'

export const ownerEvents = defineEvents({
  'owner.came': { label: { ru: 'Запись перешла от другого клиента', en: 'Record came from another client' } },
  'owner.left': { label: { ru: 'Запись перешла к другому клиенту', en: 'Record went to another client' } },
})

declare module '@/src/mechanisms/events/defineEvents' {
  interface EventTypes extends TypesOf<typeof ownerEvents> {}
}
