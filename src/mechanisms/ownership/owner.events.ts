import { defineEvents, shape, type TypesOf } from '../events/defineEvents'

export const ownerEvents = defineEvents({
  'owner.came': {
    label: { ru: 'Запись перешла от другого клиента', en: 'Record came from another client' },
    data: shape<{ number: string }>(),
  },
  'owner.left': {
    label: { ru: 'Запись перешла к другому клиенту', en: 'Record went to another client' },
    data: shape<{ number: string }>(),
  },
})

declare module '@/src/mechanisms/events/defineEvents' {
  interface EventTypes extends TypesOf<typeof ownerEvents> {}
}
