'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { createOrderFromCart } from '@/collections/sales/orders/order.checkout.actions'
import { linkFor } from '@/src/lib/http/linkFor'
import { defaultLocale, isLocale, say } from '@/src/lib/i18n'
import { pageOf } from '@/src/mechanisms/records/defineRecord'
import type { FormState } from '@/src/ui/form/formState'
import { flash } from '../../_page/flash'
import { runCabinetAction, textFields } from '../../_session/action'
import { requireUser } from '../../_session/session'
import { checkoutPage as words } from './checkout.labels'
import { checkoutDraft } from './draft'

/** Sends the order. The form carries its own key, so that however often it comes, one order is made. */
export async function placeOrder(language: string, _state: FormState, form: FormData): Promise<FormState> {
  const locale = isLocale(language) ? language : defaultLocale
  const { company } = await requireUser()
  const fields = textFields(form)
  const state = await runCabinetAction(
    createOrderFromCart,
    {
      company: company?.id ?? '',
      contractor: fields.contractor || null,
      contract: fields.contract || null,
      deliveryMethod: fields.deliveryMethod === 'delivery' ? 'delivery' : 'pickup',
      deliveryAddress: fields.deliveryAddress || null,
      warehouse: fields.warehouse || null,
      wantedDate: fields.wantedDate || null,
      paymentMethod: fields.paymentMethod ?? '',
      comment: fields.comment || null,
      clientReference: fields.clientReference || null,
      split: fields.split === '1',
      expectedTotals: totalsOf(fields.totals),
    },
    { locale, idempotencyKey: fields.key || undefined },
  )
  const [first, ...others] = state.output?.orders ?? []
  if (!state.ok || !first) {
    // what was refused because of prices or stock is shown as it is now
    refresh()
    return { ok: false, message: state.message, errors: state.errors }
  }
  const numbers = others.map(({ number }) => number)
  const said =
    numbers.length === 1
      ? say(words.placedTwo, locale, { first: first.number, second: String(numbers[0]) })
      : numbers.length > 1
        ? say(words.placedMany, locale, { numbers: [first.number, ...numbers].join(', ') })
        : say(words.placed, locale, { number: first.number })
  await flash(said, checkoutDraft(company?.id ?? ''))
  redirect(linkFor({ locale }, pageOf('orders', first)))
}

/** Sums that the person saw: «RUB 10000,USD 2000»; nothing when the form holds something else. */
function totalsOf(text: string | undefined): Record<string, number> | undefined {
  if (!text || !/^[A-Z]{3} \d{1,15}(,[A-Z]{3} \d{1,15})*$/.test(text)) return undefined
  return Object.fromEntries(text.split(',').map((one) => [one.slice(0, 3), Number(one.slice(4))]))
}
