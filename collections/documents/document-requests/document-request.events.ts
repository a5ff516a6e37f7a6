import { defineEvents, type TypesOf } from '@/src/mechanisms/events/defineEvents'

export const documentRequestEvents = defineEvents({
  'document.ready': { label: { ru: 'Запрошенный документ готов', en: 'Requested document ready' } },
  'document.refused': { label: { ru: 'В документе отказано', en: 'Document refused' } },
  'document.requested': { label: { ru: 'Документ запрошен', en: 'Document requested' } },
})

declare module '@/src/mechanisms/events/defineEvents' {
  interface EventTypes extends TypesOf<typeof documentRequestEvents> {}
}
