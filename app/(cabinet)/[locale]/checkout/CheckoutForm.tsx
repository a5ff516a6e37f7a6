import type { Cart } from '@/collections/sales/carts/cart.queries'
import type { CheckoutChoices } from '@/collections/sales/orders/checkout.queries'
import { longDay } from '@/src/lib/dates'
import { say, type Locale } from '@/src/lib/i18n'
import { SubmitButton } from '@/src/ui/base/SubmitButton'
import { ActionForm } from '@/src/ui/form/ActionForm'
import { Checkbox } from '@/src/ui/form/Checkbox'
import { Select } from '@/src/ui/form/Select'
import { Textarea } from '@/src/ui/form/Textarea'
import { TextInput } from '@/src/ui/form/TextInput'
import { moneyText } from '@/src/ui/money/Money'
import { checkoutPage as words } from './checkout.labels'
import { placeOrder } from './checkout.server'
import { checkoutDraft } from './draft'
import { DeliveryFields } from './DeliveryFields'
import { PaymentChoice } from './PaymentChoice'

type CheckoutFormProps = { cart: Cart; choices: CheckoutChoices; locale: Locale; zone: string; /** YYYY-MM-DD */ today: string; split: boolean; orderKey: string }

/** The order in one column. Its key makes a double press one order; what is typed stays until it is sent. */
export function CheckoutForm({ cart, choices, locale, zone, today, split, orderKey }: CheckoutFormProps) {
  const { contractors, contracts, last } = choices
  const parts = cart.feasibility.split
  const sum = (amount: number): string => moneyText(amount, cart.currency, locale)
  const optional = say(words.optional, locale)
  const known = (id: string | null | undefined, list: ReadonlyArray<{ id: string }>): string => list.find((item) => item.id === id)?.id ?? list[0]?.id ?? ''
  return (
    <ActionForm action={placeOrder.bind(null, locale)} draft={checkoutDraft(cart.company)} className="group/checkout grid max-w-xl gap-4.5">
      <input type="hidden" name="key" defaultValue={orderKey} />
      <input type="hidden" name="total" key={cart.total} defaultValue={cart.total} />
      {contractors.length > 0 ? (
        <Select
          name="contractor"
          label={say(words.payer, locale)}
          defaultValue={known(last?.contractor, contractors)}
          options={contractors.map(({ id, name, inn }) => ({ value: id, label: inn ? say(words.payerOf, locale, { name, inn }) : name }))}
        />
      ) : null}
      {contracts.length > 0 ? (
        <Select
          name="contract"
          label={say(words.contract, locale)}
          defaultValue={known(last?.contract, contracts)}
          placeholder={say(words.noContract, locale)}
          options={contracts.map(({ id, number, date }) => ({ value: id, label: say(words.contractOf, locale, { number, day: longDay(date, locale, zone) }) }))}
        />
      ) : null}
      <DeliveryFields choices={choices} locale={locale} />
      <TextInput name="wantedDate" type="date" min={today} label={say(words.date, locale)} optional={optional} className="md:max-w-56" />
      <PaymentChoice cart={cart} last={last?.paymentMethod ?? null} locale={locale} />
      {parts ? (
        <Checkbox
          name="split"
          value="1"
          defaultChecked={split}
          label={say(words.split, locale)}
          help={say(words.splitHelp, locale, { now: sum(parts.now.total), later: sum(parts.later.total) })}
        />
      ) : null}
      <TextInput name="clientReference" maxLength={60} label={say(words.reference, locale)} optional={optional} help={say(words.referenceHelp, locale)} autoComplete="off" className="md:max-w-56" />
      <Textarea name="comment" maxLength={4_000} label={say(words.comment, locale)} optional={optional} />
      <div>
        <SubmitButton tone="primary" className="w-full md:w-auto">
          {say(words.submit, locale, { total: sum(cart.total) })}
        </SubmitButton>
      </div>
    </ActionForm>
  )
}
