import { defineNotification } from '@/src/mechanisms/notifications/defineNotification'

/** A payment by the schedule is close. */
export const scheduleDue = defineNotification({
  event: 'schedule.due',
  key: 'client',
  to: { company: true, needs: 'contracts.read' },
  channels: ['feed', 'mail'],
  title: {
    ru: '{days, plural, =0 {Сегодня платёж} =1 {Завтра платёж} one {Через # день платёж} few {Через # дня платёж} other {Через # дней платёж}}: {sumRu}',
    en: '{days, plural, =0 {A payment is due today} =1 {A payment is due tomorrow} other {A payment is due in # days}}: {sumEn}',
  },
  body: { ru: 'По договору {number}, срок — {dueRu}.', en: 'By the contract {number}, due {dueEn}.' },
  link: (event) => `/contracts/${event.entityId}`,
  button: { ru: 'Открыть договор', en: 'Open the contract' },
})

export const contractAdded = defineNotification({
  event: 'contract.added',
  key: 'client',
  to: { company: true, needs: 'contracts.read' },
  channels: ['feed'],
  title: { ru: 'В кабинете договор {number}', en: 'The contract {number} is in the portal' },
  link: (event) => `/contracts/${event.entityId}`,
})
