import { defineLabels } from '@/src/lib/i18n'

/** Every word a person reads about login sessions. */
export const loginSessionLabels = defineLabels({
  one: { ru: 'Вход', en: 'Sign-in' },
  many: { ru: 'Входы', en: 'Sign-ins' },
  group: { ru: 'Люди', en: 'People' },
  about: {
    ru: 'Кто, откуда и когда входил. Завершить входы можно в карточке человека.',
    en: 'Who signed in, from where and when. End sign-ins in the person’s record.',
  },
  fields: {
    user: { ru: 'Пользователь', en: 'User' },
    staff: { ru: 'Сотрудник', en: 'Staff member' },
    sid: { ru: 'Сессия', en: 'Session' },
    device: { ru: 'Устройство', en: 'Device' },
    address: { ru: 'Адрес', en: 'Address' },
    lastSeen: { ru: 'Последняя активность', en: 'Last seen' },
    endedAt: { ru: 'Завершён', en: 'Ended' },
  },
})
