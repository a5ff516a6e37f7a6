import { companyPeople } from '@/src/mechanisms/notifications/audiences/companyPeople'
import { defineNotification } from '@/src/mechanisms/notifications/defineNotification'
import { pageOfEvent } from '@/src/mechanisms/records/defineRecord'

/** A payment by the schedule is close. */
export const scheduleDue = defineNotification({
  event: 'schedule.due',
  key: 'client',
  to: companyPeople({ needs: 'contracts.read' }),
  channels: ['feed', 'mail'],
  title: {
    ru: '{days, plural, =0 {Сегодня платёж} =1 {Завтра платёж} one {Через # день платёж} few {Через # дня платёж} other {Через # дней платёж}}: {sum}',
    en: '{days, plural, =0 {A payment is due today} =1 {A payment is due tomorrow} other {A payment is due in # days}}: {sum}',
  },
  body: { ru: 'По договору {number}, срок — {due}.', en: 'By the contract {number}, due {due}.' },
  link: pageOfEvent,
  button: { ru: 'Открыть договор', en: 'Open the contract' },
})

export const contractAdded = defineNotification({
  event: 'contract.added',
  key: 'client',
  to: companyPeople({ needs: 'contracts.read' }),
  channels: ['feed'],
  title: { ru: 'В кабинете договор {number}', en: 'The contract {number} is in the portal' },
  link: pageOfEvent,
})
