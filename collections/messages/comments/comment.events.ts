import { defineEvents, type TypesOf } from '@/src/mechanisms/events/defineEvents'

export const commentEvents = defineEvents({
  'comment.added': { label: { ru: 'Сообщение', en: 'Message' } },
})

declare module '@/src/mechanisms/events/defineEvents' {
  interface EventTypes extends TypesOf<typeof commentEvents> {}
}
