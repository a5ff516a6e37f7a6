import { companyPeople } from '@/src/mechanisms/notifications/audiences/companyPeople'
import { defineNotification, type NotifiedEvent } from '@/src/mechanisms/notifications/defineNotification'
import { companyManager } from '@/src/mechanisms/notifications/audiences/companyManager'
import { staffOfRoles } from '@/src/mechanisms/notifications/audiences/staffOfRoles'
import { pageOf, panelPageOfEvent } from '@/src/mechanisms/records/defineRecord'

const link = ({ data }: NotifiedEvent<{ result: string | null; number: string }>): string =>
  data.result ? pageOf('documents', { id: data.result, number: data.number }) : '/documents'

const asked = {
  event: 'document.requested',
  title: {
    ru: '{kind, select, copy {Просят копию: {document} № {number}} original {Просят оригинал: {document} № {number}} reconciliation {Просят акт сверки} other {Просят закрывающие документы}}',
    en: '{kind, select, copy {A copy is asked for: {document} No. {number}} original {An original is asked for: {document} No. {number}} reconciliation {A reconciliation statement is asked for} other {Closing documents are asked for}}',
  },
  body: { ru: '{client}', en: '{client}' },
  link: panelPageOfEvent,
  button: { ru: 'Открыть запрос', en: 'Open the request' },
} as const

/** Those who answer hear of a request: whoever has the client, and the accounts department. */
export const documentRequested = [
  defineNotification({ ...asked, key: 'manager', to: companyManager(), channels: ['feed', 'mail'] }),
  defineNotification({ ...asked, key: 'accountant', to: staffOfRoles(['accountant']), channels: ['feed'] }),
]

/** 1C has answered: the document is there, or a paper original is on its way. */
export const documentReady = defineNotification({
  event: 'document.ready',
  key: 'client',
  to: companyPeople({ needs: 'documents.read' }),
  channels: ['feed', 'mail'],
  title: {
    ru: '{kind, select, original {Оригинал готовится к отправке: {document} № {number}} other {Готово: {document} № {number}}}',
    en: '{kind, select, original {The original is being sent: {document} No. {number}} other {Ready: {document} No. {number}}}',
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
  to: companyPeople({ needs: 'documents.read' }),
  channels: ['feed', 'mail'],
  title: {
    ru: '{status, select, denied {Документ не выдадут} other {Документ не нашли}}: {document} {number}',
    en: '{status, select, denied {The document will not be given out} other {The document was not found}}: {document} {number}',
  },
  body: {
    ru: '{reason} Спросите менеджера, если документ нужен.',
    en: '{reason} Please ask your manager if you need the document.',
  },
  link,
})
