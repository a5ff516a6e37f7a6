import { defineLabels } from '@/src/lib/i18n'

/** Every word a person reads about events. */
export const eventLabels = defineLabels({
  one: { ru: 'Событие', en: 'Event' },
  many: { ru: 'События', en: 'Events' },
  group: { ru: 'Сообщения', en: 'Messages' },
  about: {
    ru: 'Что случилось, кто это сделал и когда: из этих строк складываются история и уведомления.',
    en: 'What happened, by whom and when: history and notifications are made of these lines.',
  },
  fields: {
    type: { ru: 'Событие', en: 'Event' },
    entity: { ru: 'О чём', en: 'Entity' },
    entityId: { ru: 'Запись', en: 'Record' },
    company: { ru: 'Клиент', en: 'Client' },
    site: { ru: 'Сайт', en: 'Site' },
    data: { ru: 'Данные', en: 'Data' },
    internal: { ru: 'Видят только сотрудники', en: 'Staff only' },
    actorRole: { ru: 'Роль', en: 'Role' },
    actorCollection: { ru: 'Кто: список', en: 'Who: collection' },
    actorId: { ru: 'Кто', en: 'Who' },
    actorName: { ru: 'Имя', en: 'Name' },
    requestId: { ru: 'Запрос', en: 'Request' },
  },
})
