import { defineLabels } from '@/src/lib/i18n'

/** Every word a person reads about portal roles. */
export const portalRoleLabels = defineLabels({
  one: { ru: 'Роль в кабинете', en: 'Portal role' },
  many: { ru: 'Роли в кабинете', en: 'Portal roles' },
  group: { ru: 'Люди', en: 'People' },
  about: {
    ru: 'Наборы прав для людей клиента: что они видят и делают в кабинете.',
    en: 'Sets of rights for the client’s people: what they see and do in the portal.',
  },
  fields: {
    code: { ru: 'Код', en: 'Code' },
    name: { ru: 'Название', en: 'Name' },
    nameEn: { ru: 'Название по-английски', en: 'Name in English' },
    capabilities: { ru: 'Что можно', en: 'Capabilities' },
  },
})
