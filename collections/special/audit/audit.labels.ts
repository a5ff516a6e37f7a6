import { defineLabels } from '@/src/lib/i18n'

/** Every word a person reads about audit. */
export const auditLabels = defineLabels({
  one: { ru: 'Запись аудита', en: 'Audit line' },
  many: { ru: 'Аудит', en: 'Audit' },
  group: { ru: 'Журналы', en: 'Journals' },
  about: {
    ru: 'Кто что сделал в портале. Строки не меняют и не удаляют.',
    en: 'Who did what in the portal. The lines are neither changed nor deleted.',
  },
  fields: {
    action: { ru: 'Действие', en: 'Action' },
    actorRole: { ru: 'Роль', en: 'Role' },
    actorCollection: { ru: 'Кто: список', en: 'Who: collection' },
    actorId: { ru: 'Кто', en: 'Who' },
    actorName: { ru: 'Имя', en: 'Name' },
    entity: { ru: 'О чём', en: 'Entity' },
    entityId: { ru: 'Запись', en: 'Record' },
    address: { ru: 'Адрес', en: 'Address' },
    requestId: { ru: 'Запрос', en: 'Request' },
    changes: { ru: 'Что изменилось', en: 'What changed' },
    note: { ru: 'Пояснение', en: 'Note' },
  },
})
