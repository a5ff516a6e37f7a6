import type { Cart } from '@/collections/sales/carts/cart.queries'
import { say, type Locale } from '@/src/lib/i18n'
import { RadioCards } from '@/src/ui/form/RadioCards'
import { moneyText } from '@/src/ui/money/Money'
import { checkoutPage as words } from './checkout.labels'

type PaymentChoiceProps = { cart: Cart; last: 'invoice' | 'credit' | null; locale: Locale }

/** By invoice always; on credit where there is a limit, with the reason when it cannot be used now. */
export function PaymentChoice({ cart, last, locale }: PaymentChoiceProps) {
  const { limit, onCredit } = cart.feasibility
  const invoice = { value: 'invoice', label: say(words.invoice, locale), note: say(words.invoiceNote, locale) }
  const credit = { value: 'credit', label: say(words.credit, locale), note: creditNote(cart, locale), disabled: !onCredit }
  return (
    <RadioCards
      name="paymentMethod"
      legend={say(words.payment, locale)}
      value={onCredit && last === 'credit' ? 'credit' : 'invoice'}
      cards={limit ? [invoice, credit] : [invoice]}
    />
  )
}

function creditNote({ feasibility, currency, sums }: Cart, locale: Locale): string {
  if (sums.length > 1) return say(words.creditCurrency, locale)
  const { limit, overdue } = feasibility
  const sum = (amount: number): string => moneyText(amount, currency, locale)
  if (overdue?.blocks) return say(words.creditOverdue, locale, { overdue: sum(overdue.amount) })
  if (limit && !limit.enough) return say(words.creditShort, locale, { left: sum(Math.max(limit.left, 0)) })
  return say(words.creditNote, locale, { left: sum(limit?.leftAfter ?? 0) })
}
