import { defineLabels } from '@/src/lib/i18n'

/** Every word a person reads about notifications. */
export const notificationLabels = defineLabels({
  one: { ru: 'Уведомление', en: 'Notification' },
  many: { ru: 'Уведомления', en: 'Notifications' },
  group: { ru: 'Сообщения', en: 'Messages' },
  about: {
    ru: 'Что и кому портал сообщил.',
    en: 'What the portal has told to whom.',
  },
  fields: {
    event: { ru: 'Событие', en: 'Event' },
    key: { ru: 'Кому', en: 'For whom' },
    user: { ru: 'Пользователь', en: 'User' },
    staff: { ru: 'Сотрудник', en: 'Staff' },
    company: { ru: 'Клиент', en: 'Client' },
    title: { ru: 'Заголовок', en: 'Title' },
    body: { ru: 'Текст', en: 'Text' },
    link: { ru: 'Ссылка', en: 'Link' },
    inFeed: { ru: 'В ленте', en: 'In the feed' },
    readAt: { ru: 'Прочитано', en: 'Read' },
    mailedAt: { ru: 'Письмо отправлено', en: 'Mailed' },
  },
})
