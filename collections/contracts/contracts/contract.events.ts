import { defineEvents, type TypesOf } from '@/src/mechanisms/events/defineEvents'

export const contractEvents = defineEvents({
  'contract.signedSent': { label: { ru: 'Клиент прислал подписанный договор', en: 'Client sent a signed contract' } },
  'contract.added': { label: { ru: 'Новый договор', en: 'Contract added' } },
})

declare module '@/src/mechanisms/events/defineEvents' {
  interface EventTypes extends TypesOf<typeof contractEvents> {}
}
