import { defineLabels, type Text } from '@/src/lib/i18n'
import { formatMoney } from '@/src/lib/money'
import {
  definePaymentMethod,
  type PaymentRefusal,
  type Purchase,
  type Sum,
} from '@/collections/sales/payment-methods/definePaymentMethod'
import { creditStop, limitLeft } from '../carts/cart.rules'

const words = defineLabels({
  left: { ru: 'В счёт лимита, останется {left}', en: 'Against the limit, {left} left' },
  none: { ru: 'Кредитный лимит не установлен', en: 'There is no credit limit' },
  short: { ru: 'Не хватает лимита: доступно {left}', en: 'The limit is not enough: {left} available' },
  overdue: { ru: 'Сначала нужно закрыть просрочку {overdue}', en: 'The overdue {overdue} has to be settled first' },
  currency: { ru: 'Лимит открыт в другой валюте', en: 'The limit is in another currency' },
})

/** On credit, against the company's limit, in its currency alone. */
export const creditMethod = definePaymentMethod({
  slug: 'credit',
  label: { ru: 'С отсрочкой', en: 'On credit' },
  order: 20,
  holdsLimit: true,
  isOpenTo: ({ credit, sums }) => credit.limit > 0 && sums.some(({ currency }) => currency === credit.currency),
  note: ({ credit, sums: [sum] }) => {
    const { amount = 0, currency = '' } = sum ?? {}
    return { text: words.left, sums: { left: { amount: limitLeft(credit, amount).leftAfter, currency } } }
  },
  check: refusalOf,
})

function refusalOf({ sums, credit }: Purchase): PaymentRefusal | null {
  const other = sums.find(({ currency }) => currency !== (credit.currency ?? currency))
  if (other) {
    const params = { currency: other.currency, limit: credit.currency ?? '' }
    return { code: 'order.creditCurrency', params, note: { text: words.currency } }
  }
  if (credit.limit <= 0) return { code: 'order.noCredit', params: {}, note: { text: words.none } }
  // All that is bought is in the currency of the limit by now.
  const [{ amount, currency } = { amount: 0, currency: '' }] = sums
  const stop = creditStop(credit, amount)
  if (!stop) return null
  if (stop === 'overdue') {
    const overdue = { amount: credit.overdue, currency }
    return {
      code: 'order.overdue',
      params: { overdue: inBoth(overdue) },
      note: { text: words.overdue, sums: { overdue } },
    }
  }
  const left = { amount: Math.max(limitLeft(credit, amount).left, 0), currency }
  return {
    code: 'order.limitExceeded',
    params: { left: inBoth(left), total: inBoth({ amount, currency }) },
    note: { text: words.short, sums: { left } },
  }
}

const inBoth = ({ amount, currency }: Sum): Text => ({
  ru: formatMoney(amount, currency, 'ru').text,
  en: formatMoney(amount, currency, 'en').text,
})
