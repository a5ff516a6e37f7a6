import type { Cart } from '@/collections/sales/carts/cart.queries'
import type { CheckoutChoices } from '@/collections/sales/orders/checkout.queries'
import { salesErrors } from '@/collections/sales/sales.errors'
import { longDay } from '@/src/lib/dates'
import { say, type Locale } from '@/src/lib/i18n'
import type { PaymentOption } from '@/collections/sales/payment-methods/definePaymentMethod'
import { SubmitButton } from '@/src/ui/base/SubmitButton'
import { ActionForm } from '@/src/ui/form/ActionForm'
import { Checkbox } from '@/src/ui/form/Checkbox'
import { Textarea } from '@/src/ui/form/Textarea'
import { TextInput } from '@/src/ui/form/TextInput'
import { moneyText } from '@/src/ui/money/Money'
import { checkoutPage as words } from './checkout.labels'
import { placeOrder } from './checkout.server'
import { chosenPayer } from './chosen'
import { checkoutDraft } from './draft'
import { DeliveryFields } from './DeliveryFields'
import { PayerFields } from './PayerFields'
import { PaymentChoice } from './PaymentChoice'
import { WantedDate } from './WantedDate'

type CheckoutFormProps = {
  cart: Cart
  choices: CheckoutChoices
  payments: readonly PaymentOption[]
  locale: Locale
  zone: string
  /** YYYY-MM-DD */ today: string
  split: boolean
  orderKey: string
}

/** The order in one column. Its key makes a double press one order; what is typed stays until it is sent. */
export function CheckoutForm({ cart, choices, payments, locale, zone, today, split, orderKey }: CheckoutFormProps) {
  const { contractors, contracts, last } = choices
  const parts = cart.feasibility.split
  const sum = (amount: number): string => moneyText(amount, cart.currency, locale)
  const totals = cart.sums.map(({ currency, total }) => `${currency} ${total}`).join(',')
  const optional = say(words.optional, locale)
  const chosen = chosenPayer(choices)
  return (
    <ActionForm
      action={placeOrder.bind(null, locale)}
      draft={checkoutDraft(cart.company)}
      className="group/checkout grid max-w-xl gap-4.5"
    >
      <input type="hidden" name="key" defaultValue={orderKey} />
      <input type="hidden" name="totals" key={totals} defaultValue={totals} />
      <PayerFields
        chosen={chosen}
        contractors={contractors.map(({ id, name, inn }) => ({
          value: id,
          label: inn ? say(words.payerOf, locale, { name, inn }) : name,
        }))}
        contracts={contracts.map(({ id, number, date, contractor }) => ({
          value: id,
          contractor,
          label: say(words.contractOf, locale, { number, day: longDay(date, locale, zone) }),
        }))}
        words={{
          payer: say(words.payer, locale),
          choosePayer: say(words.choosePayer, locale),
          contract: say(words.contract, locale),
          noContract: say(words.noContract, locale),
        }}
      />
      <DeliveryFields choices={choices} locale={locale} />
      <WantedDate
        locale={locale}
        shipping={choices.shipping}
        today={today}
        words={{
          label: say(words.date, locale),
          optional,
          past: say(salesErrors['order.dateInPast'], locale),
          closed: say(salesErrors['order.noShipping'], locale),
          next: say(words.nextDay, locale, { day: '{day}' }),
          help: say(
            choices.shipping.saturday && choices.shipping.sunday
              ? words.dateHelpDaily
              : choices.shipping.saturday
                ? words.dateHelpSix
                : words.dateHelp,
            locale,
          ),
        }}
      />
      <PaymentChoice last={last?.paymentMethod ?? null} locale={locale} options={payments} />
      {parts ? (
        <Checkbox
          name="split"
          value="1"
          defaultChecked={split}
          label={say(words.split, locale)}
          help={say(words.splitHelp, locale, { now: sum(parts.now.total), later: sum(parts.later.total) })}
        />
      ) : null}
      <TextInput
        name="clientReference"
        maxLength={60}
        label={say(words.reference, locale)}
        optional={optional}
        help={say(words.referenceHelp, locale)}
        autoComplete="off"
        className="md:max-w-56"
      />
      <Textarea name="comment" maxLength={4_000} label={say(words.comment, locale)} optional={optional} />
      <div>
        <SubmitButton tone="primary" className="w-full md:w-auto">
          {say(words.submit, locale, {
            total: cart.sums.map(({ currency, total }) => moneyText(total, currency, locale)).join(' + '),
          })}
        </SubmitButton>
      </div>
    </ActionForm>
  )
}
