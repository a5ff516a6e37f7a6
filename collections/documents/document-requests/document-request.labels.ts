import { defineLabels } from '@/src/lib/i18n'

/** Every word a person reads about document requests. */
export const documentRequestLabels = defineLabels({
  one: { ru: 'Запрос документа', en: 'Document request' },
  many: { ru: 'Запросы документов', en: 'Document requests' },
  group: { ru: 'Документы', en: 'Documents' },
  about: {
    ru: 'Что клиенты попросили прислать из 1С: закрывающие документы, акты сверки, оригиналы.',
    en: 'What clients have asked to be sent from 1C.',
  },
  fields: {
    kind: { ru: 'Что нужно', en: 'What' },
    company: { ru: 'Клиент', en: 'Client' },
    contractor: { ru: 'Контрагент', en: 'Contractor' },
    document: { ru: 'Документ', en: 'Document' },
    author: { ru: 'Кто запросил', en: 'Requested by' },
    periodFrom: { ru: 'С', en: 'From' },
    periodTo: { ru: 'По', en: 'To' },
    status: { ru: 'Состояние', en: 'State' },
    leasedUntil: { ru: 'Занят до', en: 'Leased until' },
    leasedBy: { ru: 'Какой узел готовит', en: 'Leased by node' },
    attempts: { ru: 'Сколько раз выдан', en: 'Times handed out' },
    finishedAt: { ru: 'Закончен', en: 'Finished' },
    comment: { ru: 'Пожелание', en: 'Note' },
    reason: { ru: 'Причина', en: 'Reason' },
    result: { ru: 'Результат', en: 'Result' },
  },
  options: {
    kind: {
      copy: { ru: 'Файл документа', en: 'A file of a document' },
      original: { ru: 'Оригинал на бумаге', en: 'A paper original' },
      reconciliation: { ru: 'Акт сверки за период', en: 'A reconciliation statement' },
      closing: { ru: 'Закрывающие документы за период', en: 'Closing documents for a period' },
    },
    status: {
      waiting: { ru: 'Ждёт 1С', en: 'Waiting for 1C' },
      leased: { ru: 'Готовится', en: 'Being prepared' },
      done: { ru: 'Готов', en: 'Ready' },
      notFound: { ru: 'Не найден', en: 'Not found' },
      denied: { ru: 'Отказано', en: 'Denied' },
    },
  },
})
