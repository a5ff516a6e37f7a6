import { defineLabels } from '@/src/lib/i18n'

export const notificationsPage = defineLabels({
  title: { ru: 'Уведомления', en: 'Notifications' },
  readAll: { ru: 'Отметить все прочитанными', en: 'Mark all as read' },
  unread: {
    ru: '{count, plural, =0 {всё прочитано} one {# непрочитанное} few {# непрочитанных} many {# непрочитанных} other {# непрочитанных}}',
    en: '{count, plural, =0 {all read} one {# unread} other {# unread}}',
  },
  empty: { ru: 'Пока тихо', en: 'Quiet so far' },
  emptyText: {
    ru: 'Здесь появятся новости ваших заказов, документов и платежей.',
    en: 'News of your orders, documents and payments will appear here.',
  },
  new: { ru: 'новое', en: 'new' },
})
