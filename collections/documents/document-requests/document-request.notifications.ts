import { defineNotification, type NotifiedEvent } from '@/src/mechanisms/notifications/defineNotification'

const link = (event: NotifiedEvent): string => (typeof event.data.document === 'string' ? `/documents/${event.data.document}` : '/documents')

/** 1C has answered: the document is there, or a paper original is on its way. */
export const documentReady = defineNotification({
  event: 'document.ready',
  key: 'client',
  to: { company: true, needs: 'documents.read' },
  channels: ['feed', 'mail'],
  title: {
    ru: '{kind, select, original {Оригинал готовится к отправке: {documentRu} № {number}} other {Готово: {documentRu} № {number}}}',
    en: '{kind, select, original {The original is being sent: {documentEn} No. {number}} other {Ready: {documentEn} No. {number}}}',
  },
  body: {
    ru: '{kind, select, original {Бухгалтерия приняла запрос на оригинал.} other {Документ, который вы запросили, лежит в кабинете.}}',
    en: '{kind, select, original {The accounts department has taken your request for the original.} other {The document you asked for is in the portal.}}',
  },
  link,
  button: { ru: 'Открыть документы', en: 'Open the documents' },
})

/** There is none, or it may not be given out. */
export const documentRefused = defineNotification({
  event: 'document.refused',
  key: 'client',
  to: { company: true, needs: 'documents.read' },
  channels: ['feed', 'mail'],
  title: {
    ru: '{status, select, denied {Документ не выдадут} other {Документ не нашли}}: {documentRu} {number}',
    en: '{status, select, denied {The document will not be given out} other {The document was not found}}: {documentEn} {number}',
  },
  body: {
    ru: '{reason} Спросите менеджера, если документ нужен.',
    en: '{reason} Please ask your manager if you need the document.',
  },
  link,
})
