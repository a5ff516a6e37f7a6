import { defineLabels } from '@/src/lib/i18n'

/** Every word a person reads about warehouses. */
export const warehouseLabels = defineLabels({
  one: { ru: 'Склад', en: 'Warehouse' },
  many: { ru: 'Склады', en: 'Warehouses' },
  group: { ru: 'Каталог', en: 'Catalogue' },
  about: {
    ru: 'Откуда отгружают и где забирают заказы.',
    en: 'Where orders are shipped from and collected.',
  },
  fields: {
    name: { ru: 'Название', en: 'Name' },
    address: { ru: 'Адрес', en: 'Address' },
    branch: { ru: 'Филиал', en: 'Branch' },
    pickup: { ru: 'Есть самовывоз', en: 'Pickup here' },
    active: { ru: 'Работает', en: 'Active' },
  },
})
