import { defineLabels } from '@/src/lib/i18n'

/** Words of access keys in the profile. */
export const keyWords = defineLabels({
  title: { ru: 'Ключи доступа', en: 'Access keys' },
  about: {
    ru: 'По ключу ваша программа (сайт, приложение, учётная система) видит то же, что и вы, в одной компании. Ключи перестают действовать, когда вы меняете пароль или выходите на всех устройствах.',
    en: 'By a key a program of yours (a site, an app, an ERP) sees what you see, in one company. Keys stop working when you change the password or sign out everywhere.',
  },
  docs: { ru: 'Описание API', en: 'API description' },
  reads: { ru: 'только читает', en: 'reads only' },
  acts: { ru: 'читает и действует', en: 'reads and acts' },
  until: { ru: 'до', en: 'until' },
  lastUsed: { ru: 'последнее обращение', en: 'last used' },
  neverUsed: { ru: 'ещё не использовался', en: 'not used yet' },
  revoke: { ru: 'Отозвать', en: 'Revoke' },
  revokeNamed: { ru: 'Отозвать ключ: {name}', en: 'Revoke the key: {name}' },
  revoked: { ru: 'Ключ отозван', en: 'The key is revoked' },
  name: { ru: 'Название ключа', en: 'Name of the key' },
  nameHelp: { ru: 'Например, «Мобильное приложение»', en: 'Such as “Mobile app”' },
  company: { ru: 'Компания', en: 'Company' },
  may: { ru: 'Что может программа', en: 'What the program may do' },
  mayRead: { ru: 'Только читать', en: 'Only read' },
  mayAct: { ru: 'Читать и действовать: корзина, заказы', en: 'Read and act: cart, orders' },
  term: { ru: 'Срок действия', en: 'Valid for' },
  days: {
    ru: '{days, plural, one {# день} few {# дня} other {# дней}}',
    en: '{days, plural, one {# day} other {# days}}',
  },
  make: { ru: 'Создать ключ', en: 'Make a key' },
  made: {
    ru: 'Ключ создан и стоит под формой. Скопируйте его сейчас: больше мы его не покажем',
    en: 'The key is made and stands below the form. Copy it now: it will not be shown again',
  },
  key: { ru: 'Новый ключ', en: 'The new key' },
  copy: { ru: 'Скопировать', en: 'Copy' },
  copied: { ru: 'Скопировано', en: 'Copied' },
})
