import { defineLabels } from '@/src/lib/i18n'

/** Every word a person reads about access keys in the panel. */
export const accessKeyLabels = defineLabels({
  one: { ru: 'Ключ доступа', en: 'Access key' },
  many: { ru: 'Ключи доступа', en: 'Access keys' },
  group: { ru: 'Люди', en: 'People' },
  about: {
    ru: 'Ключи, по которым программы клиентов читают данные и действуют от имени людей. Человек создаёт и отзывает их в своём профиле.',
    en: 'Keys by which clients’ programs read data and act for people. A person makes and revokes them in their profile.',
  },
  fields: {
    name: { ru: 'Название', en: 'Name' },
    user: { ru: 'Пользователь', en: 'User' },
    company: { ru: 'Компания', en: 'Company' },
    hint: { ru: 'Начало ключа', en: 'Beginning of the key' },
    acts: { ru: 'Может действовать', en: 'May act' },
    expiresAt: { ru: 'Действует до', en: 'Valid until' },
    lastUsedAt: { ru: 'Последнее обращение', en: 'Last used' },
    endedAt: { ru: 'Отозван', en: 'Revoked' },
  },
})
