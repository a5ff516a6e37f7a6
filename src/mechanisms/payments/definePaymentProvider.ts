import { declarations } from '@/src/lib/declarations'
import type { Locale, Text } from '@/src/lib/i18n'

/** What is to be paid, as a provider is asked for it. */
export type PaymentDemand = {
  /** The payment's id in the portal: a provider that is asked twice with it makes one payment. */
  id: string
  /** Minor units. */
  amount: number
  currency: string
  /** What the payer reads at the provider: «Заказ К-001001». */
  description: string
  locale: Locale
  /** The page that the payer comes back to. */
  returnTo: string
  /** Where the receipt goes; the lines of one, where the law wants it, add up to the amount. */
  email?: string
  lines?: ReadonlyArray<{ name: string; qty: number; amount: number; vatRate: number | null }>
}

/** What the payer does next: goes to the provider's page, scans a code, or pays by an invoice that bears a number. */
export type PaymentStep =
  { kind: 'page'; url: string } | { kind: 'qr'; text: string } | { kind: 'invoice'; number: string }

/** A payment that a provider has made: what it calls it, what the payer does, until when (ISO). */
export type PaymentBegun = { reference: string; step: PaymentStep; until: string | null }

/** `held` is put aside on the payer's card and not taken yet; a payment that was given back in part stays `paid`. */
export const PAYMENT_STATES = ['waiting', 'held', 'paid', 'failed', 'refunded'] as const

/** How a payment stands, by the provider's own word. Sums in minor units. */
export type PaymentStanding = {
  reference: string
  state: (typeof PAYMENT_STATES)[number]
  paid: number
  refunded: number
  currency: string
}

/** A request that came from outside, as it came: signatures are of the bytes. */
export type PaymentCall = { headers: Headers; body: Buffer; address: string | null }

/** What a provider announces: of which payment, and the answer that it wants to hear. */
export type PaymentNotice = { reference: string; answer: { status: number; body: string } }

export type PaymentProvider = {
  /** How payments and orders keep it. */
  slug: string
  /** «Картой на сайте» */
  label: Text
  /** What the checkout says under it. */
  note: Text
  order: number
  /** ISO codes of what it takes. */
  currencies: readonly string[]
  /** Makes the payment. Called outside of any transaction; a repeat with the same id makes no second one. */
  begin: (demand: PaymentDemand) => Promise<PaymentBegun>
  /**
   * Reads what came to the address of its notices; null for what it did not send, by its signature or the sender's address. What a
   * notice says of sums is never believed: `standing` is asked.
   */
  notice?: (call: PaymentCall) => PaymentNotice | null
  /** How the payment stands: asked by jobs, after a notice and again and again while it is not settled. */
  standing: (reference: string) => Promise<PaymentStanding>
  /**
   * Gives a part or all of it back: asked by jobs, and a repeat with the same id gives nothing back twice. More than is left is
   * refused with 409 `payment.refundTooMuch`.
   */
  refund?: (refund: { id: string; reference: string; amount: number; currency: string }) => Promise<PaymentStanding>
}

const registry = declarations<PaymentProvider>()

/** Declares who takes money for the portal. The area's module lists it among its parts, and it is offered while the area is on. */
export function definePaymentProvider(provider: PaymentProvider): PaymentProvider {
  registry.set(provider.slug, provider)
  return provider
}

/** All that are declared. */
export const paymentProviders = (): PaymentProvider[] => [...registry.values()]
