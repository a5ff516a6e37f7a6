import { defineLabels } from '@/src/lib/i18n'

export const updLabels = defineLabels({
  title: {
    ru: 'Универсальный передаточный документ № {number} от {date}',
    en: 'Universal transfer document No. {number} of {date}',
  },
  status: {
    ru: 'Статус 1: счёт-фактура и передаточный документ',
    en: 'Status 1: VAT invoice and transfer document',
  },
  seller: { ru: 'Продавец', en: 'Seller' },
  buyer: { ru: 'Покупатель', en: 'Buyer' },
  shipper: { ru: 'Грузоотправитель', en: 'Shipper' },
  same: { ru: 'он же', en: 'the same' },
  basis: { ru: 'Основание передачи', en: 'Basis of the transfer' },
  currency: { ru: 'Валюта', en: 'Currency' },
  row: { ru: '№', en: '#' },
  article: { ru: 'Код', en: 'Code' },
  name: { ru: 'Наименование товара', en: 'Goods' },
  unit: { ru: 'Ед.', en: 'Unit' },
  qty: { ru: 'Кол-во', en: 'Qty' },
  net: { ru: 'Стоимость без налога', en: 'Amount without tax' },
  rate: { ru: 'Ставка', en: 'Rate' },
  tax: { ru: 'Сумма налога', en: 'Tax' },
  gross: { ru: 'Стоимость с налогом', en: 'Amount with tax' },
  noVat: { ru: 'без НДС', en: 'no VAT' },
  total: { ru: 'Всего к оплате', en: 'Total to pay' },
  handedOver: { ru: 'Товар передал', en: 'Goods handed over by' },
  received: { ru: 'Товар получил', en: 'Goods received by' },
  director: { ru: 'Руководитель', en: 'Director' },
  accountant: { ru: 'Главный бухгалтер', en: 'Chief accountant' },
})
