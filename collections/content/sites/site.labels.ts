import { defineLabels } from '@/src/lib/i18n'

/** Every word a person reads about sites. */
export const siteLabels = defineLabels({
  one: { ru: 'Сайт', en: 'Site' },
  many: { ru: 'Сайты', en: 'Sites' },
  group: { ru: 'Портал', en: 'Portal' },
  about: {
    ru: 'Как портал называется и выглядит: имя, логотип, цвет, телефон.',
    en: 'What the portal is called and looks like: name, logo, colour, telephone.',
  },
  hints: {
    hosts: {
      ru: 'Имена без https://, например lk.example.ru; каждое завершите клавишей Enter.',
      en: 'Names without https://, e.g. lk.example.com; end each with Enter.',
    },
  },
  wrong: {
    hosts: {
      ru: 'Только имя сервера, без https:// и звёздочек',
      en: 'A host name only, without https:// and asterisks',
    },
  },
  fields: {
    name: { ru: 'Название', en: 'Name' },
    hosts: { ru: 'Адреса', en: 'Host names' },
    isDefault: { ru: 'Основной', en: 'Default' },
    hue: { ru: 'Оттенок бренда, 0–359', en: 'Brand hue, 0–359' },
    logo: { ru: 'Логотип', en: 'Logo' },
    priceType: { ru: 'Тип цен', en: 'Price type' },
    phone: { ru: 'Телефон', en: 'Phone' },
    email: { ru: 'Почта', en: 'E-mail' },
  },
})
