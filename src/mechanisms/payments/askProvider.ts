import { AppError, type ErrorCode } from '@/src/lib/errors'
import type { Runner } from '../database/query'
import { moduleOfPart } from '../modules/defineModule'
import { modulesOff } from '../modules/switches'
import {
  paymentProviders,
  type PaymentBegun,
  type PaymentCall,
  type PaymentDemand,
  type PaymentNotice,
  type PaymentProvider,
  type PaymentStanding,
} from './definePaymentProvider'
import './payment.errors'

/**
 * Makes a payment at a provider.
 * @throws AppError 409 `payment.unknown` (none is declared, its area is off), `payment.sum`; what the provider's client throws
 */
export async function beginPayment(runner: Runner, slug: string, demand: PaymentDemand): Promise<PaymentBegun> {
  const provider = await providerFor(runner, slug)
  if (!takes(provider, demand)) throw refusal('payment.sum')
  return provider.begin(demand)
}

/**
 * Reads a provider's notice. An area that is off still hears of what was begun before.
 * @throws AppError 409 `payment.unknown`, 403 `payment.forged`
 */
export function readNotice(slug: string, call: PaymentCall): PaymentNotice {
  const notice = declared(slug).notice?.(call)
  if (!notice) throw refusal('payment.forged', 403)
  return notice
}

/** How a payment stands, as its provider says now. */
export const paymentStanding = (slug: string, reference: string): Promise<PaymentStanding> =>
  declared(slug).standing(reference)

/**
 * Gives money back. A repeat with the same id is for the provider to tell, so of what was given back before only it can judge.
 * @throws AppError 409 `payment.unknown`, `payment.noRefund`, `payment.refundTooMuch`
 */
export async function refundPayment(
  slug: string,
  refund: { id: string; reference: string; amount: number },
): Promise<PaymentStanding> {
  const provider = declared(slug)
  if (!provider.refund) throw refusal('payment.noRefund')
  const { paid, currency } = await provider.standing(refund.reference)
  if (!isSum(refund.amount) || refund.amount > paid) throw refusal('payment.refundTooMuch')
  return provider.refund({ ...refund, currency })
}

function declared(slug: string): PaymentProvider {
  const provider = paymentProviders().find((one) => one.slug === slug)
  if (!provider) throw refusal('payment.unknown')
  return provider
}

async function providerFor(runner: Runner, slug: string): Promise<PaymentProvider> {
  // A payment that a rollback forgets would still be paid.
  if ('payload' in runner && (await runner.transactionID))
    throw new Error('A provider is asked outside of transactions')
  const provider = declared(slug)
  if ((await modulesOff(runner)).has(moduleOfPart(provider) ?? '')) throw refusal('payment.unknown')
  return provider
}

/** Whether a provider takes this money. */
const takes = ({ currencies }: PaymentProvider, { amount, currency }: PaymentDemand): boolean =>
  isSum(amount) && currencies.includes(currency)

const isSum = (amount: number): boolean => Number.isSafeInteger(amount) && amount > 0

const refusal = (code: ErrorCode, status = 409): AppError => new AppError(code, {}, { status })
