import { companyManager } from '@/src/mechanisms/notifications/audiences/companyManager'
import { companyPeople } from '@/src/mechanisms/notifications/audiences/companyPeople'
import { defineNotification } from '@/src/mechanisms/notifications/defineNotification'
import { panelPageOf } from '@/src/mechanisms/records/defineRecord'

/** Money came in. */
export const paymentReceived = defineNotification({
  event: 'payment.received',
  key: 'client',
  to: companyPeople({ needs: 'balance.read' }),
  channels: ['feed', 'mail'],
  title: { ru: 'Получили оплату: {sum}', en: 'Payment received: {sum}' },
  body: { ru: 'Деньги зачислены на лицевой счёт.', en: 'The money is on your account.' },
  link: () => '/statement',
  button: { ru: 'Открыть расчёты', en: 'Open settlements' },
})

/** The manager hears of it, too: an order may wait for the money. */
export const paymentReceivedManager = defineNotification({
  event: 'payment.received',
  key: 'manager',
  to: companyManager(),
  channels: ['feed'],
  title: { ru: 'Клиент заплатил {sum}', en: 'A client paid {sum}' },
  link: ({ company }) => (company ? panelPageOf('companies', { id: company }) : '/admin/workplace/clients'),
})

export const limitChanged = defineNotification({
  event: 'limit.changed',
  key: 'client',
  to: companyPeople({ needs: 'balance.read' }),
  channels: ['feed', 'mail'],
  title: { ru: 'Кредитный лимит теперь {limit}', en: 'Your credit limit is now {limit}' },
  link: () => '/statement',
  button: { ru: 'Открыть расчёты', en: 'Open settlements' },
})

export const debtOverdue = defineNotification({
  event: 'debt.overdue',
  key: 'client',
  to: companyPeople({ needs: 'balance.read' }),
  channels: ['feed', 'mail'],
  title: { ru: 'Просрочено {sum}', en: '{sum} is overdue' },
  body: {
    ru: 'Новые заказы с отсрочкой могут не приниматься, пока долг не оплачен.',
    en: 'New orders on credit may be refused until the debt is paid.',
  },
  link: () => '/statement',
  button: { ru: 'Открыть расчёты', en: 'Open settlements' },
})
