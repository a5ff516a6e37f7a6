import { definePaymentMethod } from '@/collections/sales/payment-methods/definePaymentMethod'

/** By invoice: open to everybody, and what an order is paid by when nobody has said. */
export const invoiceMethod = definePaymentMethod({
  slug: 'invoice',
  label: { ru: 'По счёту', en: 'By invoice' },
  order: 10,
  isOpenTo: () => true,
  note: () => ({
    text: { ru: 'Счёт придёт после подтверждения заказа', en: 'The invoice comes when the order is confirmed' },
  }),
  check: () => null,
})
