import { addErrorLabels, type CodesOf } from '@/src/lib/error-labels'

const errorWords = addErrorLabels({
  'payment.unknown': { ru: 'Такого способа оплаты нет', en: 'There is no such way to pay' },
  'payment.sum': { ru: 'Эту сумму так оплатить нельзя', en: 'This sum cannot be paid that way' },
  'payment.forged': { ru: 'Уведомление не от платёжной системы', en: 'The notice is not from the payment system' },
  'payment.noRefund': { ru: 'Этим способом деньги не возвращаются', en: 'This way to pay gives no money back' },
  'payment.refundTooMuch': {
    ru: 'Вернуть можно не больше, чем оплачено и ещё не возвращено',
    en: 'No more can be given back than was paid and not given back yet',
  },
})

declare module '@/src/lib/errors' {
  interface ErrorCodes extends CodesOf<typeof errorWords> {}
}
