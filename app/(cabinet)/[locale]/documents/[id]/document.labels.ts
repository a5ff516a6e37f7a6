import { defineLabels } from '@/src/lib/i18n'

export const documentPage = defineLabels({
  open: { ru: 'В новой вкладке', en: 'In a new tab' },
  wide: { ru: 'На весь экран', en: 'Full screen' },
  pay: { ru: 'Оплатить по QR', en: 'Pay by QR' },
  download: { ru: 'Скачать', en: 'Download' },
  facts: { ru: 'О документе', en: 'About the document' },
  payer: { ru: 'Плательщик', en: 'Payer' },
  sum: { ru: 'Сумма', en: 'Sum' },
  paid: { ru: 'Оплачено', en: 'Paid' },
  due: { ru: 'Оплатить до', en: 'Due' },
  order: { ru: 'Заказ', en: 'Order' },
  contract: { ru: 'Договор', en: 'Contract' },
  file: { ru: 'Файл', en: 'File' },
  noFile: { ru: 'Файла ещё нет', en: 'No file yet' },
  noFileText: { ru: 'Запросите копию: 1С подготовит её, и мы сообщим.', en: 'Ask for a copy: 1C will prepare it and we will tell you.' },
  original: { ru: 'Нужен оригинал', en: 'A paper original' },
  originalText: { ru: 'Бухгалтерия подготовит бумажный экземпляр и передаст его с ближайшей отгрузкой.', en: 'The accountants will prepare a paper copy and send it with the next delivery.' },
  askOriginal: { ru: 'Запросить оригинал', en: 'Ask for the original' },
  askCopy: { ru: 'Запросить копию', en: 'Ask for a copy' },
  asked: { ru: 'Запрос отправлен. Мы сообщим, когда документ будет готов', en: 'The request is sent. We will tell you when the document is ready' },
  synced: { ru: 'Из 1С, {when}', en: 'From 1C, {when}' },
})
