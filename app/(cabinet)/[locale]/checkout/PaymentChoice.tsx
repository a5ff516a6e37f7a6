import { say, type Locale } from '@/src/lib/i18n'
import type { PaymentNote, PaymentOption } from '@/collections/sales/payment-methods/definePaymentMethod'
import { RadioCards } from '@/src/ui/form/RadioCards'
import { moneyText } from '@/src/ui/money/Money'
import { checkoutPage as words } from './checkout.labels'

type PaymentChoiceProps = { options: readonly PaymentOption[]; last: string | null; locale: Locale }

/** The ways to pay for this order; one that cannot be used now says why. */
export function PaymentChoice({ options, last, locale }: PaymentChoiceProps) {
  const open = options.filter(({ refused }) => !refused)
  return (
    <RadioCards
      name="paymentMethod"
      legend={say(words.payment, locale)}
      value={(open.find(({ slug }) => slug === last) ?? open[0])?.slug}
      cards={options.map(({ slug, label, note, refused }) => ({
        value: slug,
        label: say(label, locale),
        note: noteText(note, locale),
        disabled: refused,
      }))}
    />
  )
}

function noteText({ text, sums = {} }: PaymentNote, locale: Locale): string {
  const said = Object.entries(sums).map(([name, { amount, currency }]) => [name, moneyText(amount, currency, locale)])
  return say(text, locale, Object.fromEntries(said))
}
