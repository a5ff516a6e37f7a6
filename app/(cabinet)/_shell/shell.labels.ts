import { defineLabels } from '@/src/lib/i18n'

/** Words of the frame that depend on what the portal knows. */
export const shellWords = defineLabels({
  description: {
    ru: 'Личный кабинет клиента «{name}»: заказы, документы, расчёты и договоры в одном месте',
    en: 'Client portal of {name}: orders, documents, settlements and contracts in one place',
  },
  home: { ru: 'Главная', en: 'Home' },
  notifications: { ru: 'Уведомления', en: 'Notifications' },
  profile: { ru: 'Профиль', en: 'Profile' },
  areas: { ru: 'Разделы', en: 'Areas' },
  yours: { ru: 'Ваше', en: 'Yours' },
  siteMap: { ru: 'Карта кабинета', en: 'Site map' },
  fresh: { ru: 'Данные из 1С: {when}', en: 'Data from 1C: {when}' },
  stale: { ru: 'Обмена с 1С не было с {when}', en: 'No exchange with 1C since {when}' },
})
