import { declarations } from '@/src/lib/declarations'
import { addErrorLabels, type CodesOf } from '@/src/lib/error-labels'
import { AppError, type ErrorCode, type ErrorParams } from '@/src/lib/errors'
import type { Text } from '@/src/lib/i18n'
import type { Credit } from '../credit/standing.rules'
import type { Runner } from '@/src/mechanisms/database/query'
import { moduleOfPart } from '@/src/mechanisms/modules/defineModule'
import { modulesOff } from '@/src/mechanisms/modules/switches'
import { paymentProviders, type PaymentProvider } from '@/src/mechanisms/payments/definePaymentProvider'
import '@/src/mechanisms/payments/payment.errors'

/** A sum in minor units. */
export type Sum = { amount: number; currency: string }

/** What is to be paid, in each currency apart, and how the company that pays stands. */
export type Purchase = { sums: readonly Sum[]; credit: Credit }

/** What the checkout says under a method: the text, and the sums that fill its places. */
export type PaymentNote = { text: Text; sums?: Readonly<Record<string, Sum>> }

/** Why a purchase cannot be paid so now: the code and its params refuse the order, the note says it before that. */
export type PaymentRefusal = { code: ErrorCode; params: ErrorParams; note: PaymentNote }

export type PaymentMethod = {
  /** How the order keeps it. */
  slug: string
  /** «По счёту» */
  label: Text
  order: number
  /** Whether the checkout offers it for this purchase at all. */
  isOpenTo: (purchase: Purchase) => boolean
  /** What is said under it while it can be chosen. */
  note: (purchase: Purchase) => PaymentNote
  /** Null when the purchase can be paid so. Asked by the page, and again under the lock of the company. */
  check: (purchase: Purchase) => PaymentRefusal | null
  /** An order paid so holds its part of the credit limit until it is shipped or paid. */
  holdsLimit?: boolean
  /** Who takes the money, of a method that a provider brings. */
  provider?: PaymentProvider
}

const errorWords = addErrorLabels({
  'payment.notOpen': {
    ru: 'Так этот заказ оплатить нельзя: выберите другой способ',
    en: 'This order cannot be paid that way: choose another one',
  },
})

declare module '@/src/lib/errors' {
  interface ErrorCodes extends CodesOf<typeof errorWords> {}
}

const registry = declarations<PaymentMethod>()

/** Declares a way to pay for an order. The area's module lists it among its parts, and it is offered while the area is on. */
export function definePaymentMethod(method: PaymentMethod): PaymentMethod {
  registry.set(method.slug, method)
  return method
}

/** All that are declared, and those that providers of payments bring, in their order. */
export const paymentMethods = (): PaymentMethod[] =>
  [...registry.values(), ...paymentProviders().map(methodOf)].sort((a, b) => a.order - b.order)

/** What a provider is at the checkout: for a sum in one currency that it takes. */
function methodOf(provider: PaymentProvider): PaymentMethod {
  const { slug, label, note, order, currencies } = provider
  return {
    ...{ slug, label, order, provider },
    isOpenTo: ({ sums }) => sums.length === 1 && sums.every(({ currency }) => currencies.includes(currency)),
    note: () => ({ text: note }),
    check: () => null,
  }
}

const methodNamed = (slug: unknown): PaymentMethod | undefined => paymentMethods().find((one) => one.slug === slug)

/** The area that a method comes and goes with. */
export const moduleOfMethod = (method: PaymentMethod): string | undefined => moduleOfPart(method.provider ?? method)

export const isPaymentMethod = (slug: unknown): boolean => methodNamed(slug) !== undefined

/** What a method is called; one that nobody declares any more by its slug. */
export const paymentLabel = (slug: string): Text => methodNamed(slug)?.label ?? { ru: slug, en: slug }

/** Slugs of the methods whose orders hold a part of the credit limit. */
export const methodsOnCredit = (): string[] =>
  paymentMethods().flatMap(({ slug, holdsLimit }) => (holdsLimit ? [slug] : []))

/** A method as the checkout shows it; `refused` when it cannot be chosen now, for the reason in its note. */
export type PaymentOption = { slug: string; label: Text; note: PaymentNote; refused: boolean }

/** The ways to pay that are offered for a purchase. */
export async function paymentOptions(runner: Runner, purchase: Purchase): Promise<PaymentOption[]> {
  const off = await modulesOff(runner)
  return paymentMethods()
    .filter((method) => !off.has(moduleOfMethod(method) ?? '') && method.isOpenTo(purchase))
    .map((method) => {
      const refusal = method.check(purchase)
      const { slug, label } = method
      return { slug, label, note: refusal?.note ?? method.note(purchase), refused: refusal !== null }
    })
}

/**
 * Refuses a purchase that cannot be paid so.
 * @throws AppError 409 on the field `paymentMethod`: the method's own code, or `payment.notOpen`
 */
export async function checkPayment(runner: Runner, slug: string, purchase: Purchase): Promise<void> {
  const refuse = (code: ErrorCode, params: ErrorParams = {}): AppError =>
    new AppError(code, params, { status: 409, field: 'paymentMethod' })
  const method = methodNamed(slug)
  if (!method || (await modulesOff(runner)).has(moduleOfMethod(method) ?? '')) throw refuse('payment.notOpen')
  const refusal = method.check(purchase)
  if (refusal) throw refuse(refusal.code, refusal.params)
  if (!method.isOpenTo(purchase)) throw refuse('payment.notOpen')
}
