import { defineLabels } from '@/src/lib/i18n'

/** Every word a person reads about sites. */
export const siteLabels = defineLabels({
  one: { ru: 'Сайт', en: 'Site' },
  many: { ru: 'Сайты', en: 'Sites' },
  group: { ru: 'Портал', en: 'Portal' },
  help: { hosts: { ru: 'Имена, под которыми открывается этот сайт: lk.example.ru', en: 'Names under which this site opens: portal.example.com' } },
  wrong: { hosts: { ru: 'Только имя сервера, без https:// и звёздочек', en: 'A host name only, without https:// and asterisks' } },
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
