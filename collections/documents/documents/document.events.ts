import { defineEvents, type TypesOf } from '@/src/mechanisms/events/defineEvents'

export const documentEvents = defineEvents({
  'document.answered': { label: { ru: 'Клиент ответил на акт сверки', en: 'Client answered a reconciliation' } },
  'document.copiesSent': { label: { ru: 'Копии документов отправлены', en: 'Copies of documents sent' } },
  'document.published': { label: { ru: 'Новый документ', en: 'Document published' } },
})

declare module '@/src/mechanisms/events/defineEvents' {
  interface EventTypes extends TypesOf<typeof documentEvents> {}
}
