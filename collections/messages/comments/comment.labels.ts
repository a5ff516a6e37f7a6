import { defineLabels } from '@/src/lib/i18n'

/** Every word a person reads about comments. */
export const commentLabels = defineLabels({
  one: { ru: 'Сообщение', en: 'Comment' },
  many: { ru: 'Переписка', en: 'Correspondence' },
  group: { ru: 'Сообщения', en: 'Messages' },
  about: {
    ru: 'Переписка с клиентами. Пишут и отвечают на странице заказа, договора или документа.',
    en: 'Correspondence with clients. It is written at an order, a contract or a document.',
  },
  fields: {
    entity: { ru: 'О чём', en: 'Entity' },
    entityId: { ru: 'Запись', en: 'Record' },
    company: { ru: 'Клиент', en: 'Client' },
    body: { ru: 'Текст', en: 'Text' },
    files: { ru: 'Файлы', en: 'Files' },
    internal: { ru: 'Видят только сотрудники', en: 'Staff only' },
    user: { ru: 'Автор (клиент)', en: 'Author (client)' },
    staff: { ru: 'Автор (сотрудник)', en: 'Author (staff)' },
    authorName: { ru: 'Автор', en: 'Author' },
  },
})
