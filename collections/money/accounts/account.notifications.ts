import { defineNotification } from '@/src/mechanisms/notifications/defineNotification'

/** Money came in. */
export const paymentReceived = defineNotification({
  event: 'payment.received',
  key: 'client',
  to: { company: true, needs: 'balance.read' },
  channels: ['feed', 'mail'],
  title: { ru: 'Получили оплату: {sumRu}', en: 'Payment received: {sumEn}' },
  body: { ru: 'Деньги зачислены на лицевой счёт.', en: 'The money is on your account.' },
  link: () => '/statement',
  button: { ru: 'Открыть расчёты', en: 'Open settlements' },
})

/** The manager hears of it, too: an order may wait for the money. */
export const paymentReceivedManager = defineNotification({
  event: 'payment.received',
  key: 'manager',
  to: { manager: true },
  channels: ['feed'],
  title: { ru: 'Клиент заплатил {sumRu}', en: 'A client paid {sumEn}' },
  link: ({ company }) => (company ? `/admin/workplace/clients?client=${company}` : '/admin/workplace/clients'),
})

export const limitChanged = defineNotification({
  event: 'limit.changed',
  key: 'client',
  to: { company: true, needs: 'balance.read' },
  channels: ['feed', 'mail'],
  title: { ru: 'Кредитный лимит теперь {limitRu}', en: 'Your credit limit is now {limitEn}' },
  link: () => '/statement',
  button: { ru: 'Открыть расчёты', en: 'Open settlements' },
})

export const debtOverdue = defineNotification({
  event: 'debt.overdue',
  key: 'client',
  to: { company: true, needs: 'balance.read' },
  channels: ['feed', 'mail'],
  title: { ru: 'Просрочено {sumRu}', en: '{sumEn} is overdue' },
  body: { ru: 'Новые заказы с отсрочкой могут не приниматься, пока долг не оплачен.', en: 'New orders on credit may be refused until the debt is paid.' },
  link: () => '/statement',
  button: { ru: 'Открыть расчёты', en: 'Open settlements' },
})
