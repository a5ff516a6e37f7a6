import { companyPeople } from '@/src/mechanisms/notifications/audiences/companyPeople'
import { defineNotification } from '@/src/mechanisms/notifications/defineNotification'

/** The client is asked to sign. */
export const guaranteeOffered = defineNotification({
  event: 'guarantee.offered',
  key: 'client',
  to: companyPeople({ needs: 'contracts.read' }),
  channels: ['feed', 'mail'],
  title: { ru: 'Подпишите гарантийное письмо № {number}', en: 'Please sign letter of guarantee No. {number}' },
  body: { ru: 'Письмо ждёт вас в кабинете.', en: 'The letter waits for you in the portal.' },
  link: () => '/contracts',
})
