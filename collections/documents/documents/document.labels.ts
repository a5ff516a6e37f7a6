import { defineLabels } from '@/src/lib/i18n'

/** Every word a person reads about documents. */
export const documentLabels = defineLabels({
  one: { ru: 'Документ', en: 'Document' },
  many: { ru: 'Учётные документы', en: 'Accounting documents' },
  group: { ru: 'Документы', en: 'Documents' },
  about: {
    ru: 'Счета, накладные, акты, УПД; приходят из 1С.',
    en: 'Invoices, waybills, acts; they come from 1C.',
  },
  fields: {
    talk: { ru: 'Переписка с клиентом', en: 'Correspondence' },
    kind: { ru: 'Вид', en: 'Kind' },
    number: { ru: 'Номер', en: 'Number' },
    date: { ru: 'Дата', en: 'Date' },
    company: { ru: 'Клиент', en: 'Client' },
    contractor: { ru: 'Контрагент', en: 'Contractor' },
    order: { ru: 'Заказ', en: 'Order' },
    contract: { ru: 'Договор', en: 'Contract' },
    total: { ru: 'Сумма', en: 'Total' },
    paid: { ru: 'Оплачено', en: 'Paid' },
    dueDate: { ru: 'Оплатить до', en: 'Due' },
    currency: { ru: 'Валюта', en: 'Currency' },
    file: { ru: 'Файл', en: 'File' },
    seenAt: { ru: 'Открыт клиентом', en: 'Opened by the client' },
    cancelled: { ru: 'Отменён', en: 'Cancelled' },
    answer: { ru: 'Ответ клиента по сверке', en: 'The client’s answer to the reconciliation' },
    answeredAt: { ru: 'Клиент ответил', en: 'The client answered' },
    answerNote: { ru: 'Расхождения со слов клиента', en: 'Discrepancies named by the client' },
  },
  options: {
    answer: {
      agreed: { ru: 'Согласован', en: 'Agreed' },
      disputed: { ru: 'Есть расхождения', en: 'Disputed' },
    },
    kind: {
      invoice: { ru: 'Счёт на оплату', en: 'Invoice' },
      waybill: { ru: 'Накладная', en: 'Waybill' },
      act: { ru: 'Акт', en: 'Act of acceptance' },
      upd: { ru: 'УПД', en: 'Universal transfer document' },
      vatInvoice: { ru: 'Счёт-фактура', en: 'VAT invoice' },
      reconciliation: { ru: 'Акт сверки', en: 'Reconciliation statement' },
      payment: { ru: 'Оплата', en: 'Payment' },
      refund: { ru: 'Возврат оплаты', en: 'Refund' },
      other: { ru: 'Другое', en: 'Other' },
    },
  },
})
