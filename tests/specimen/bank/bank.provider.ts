import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { createHttpClient } from '@/src/integrations/http/client'
import { AppError } from '@/src/lib/errors'
import { definePaymentProvider, PAYMENT_STATES } from '@/src/mechanisms/payments/definePaymentProvider'

const bank = createHttpClient({ name: 'test-bank', privateAddresses: ['127.0.0.1'], backoffMs: 1 })
const answered = z.object({
  id: z.string(),
  state: z.enum(PAYMENT_STATES),
  currency: z.string(),
  paid: z.number().int(),
  refunded: z.number().int(),
  url: z.url(),
  until: z.string(),
})

/** What the bank says of a payment; what it says otherwise is trouble of the bank's. */
async function ask(
  method: 'GET' | 'POST',
  path: string,
  body?: { id: string; [more: string]: unknown },
): Promise<z.infer<typeof answered>> {
  const { status, data } = await bank.request({
    method,
    url: `${process.env.TEST_BANK_URL}${path}`,
    headers: { Authorization: 'Bearer shop', ...(body ? { 'Idempotence-Key': body.id } : {}) },
    repeatable: true,
    body,
  })
  if (status === 422) throw new AppError('payment.refundTooMuch', {}, { status: 409 })
  const known = answered.safeParse(data)
  if (status !== 200 || !known.success)
    throw new AppError('service.unavailable', { service: 'test-bank' }, { status: 503 })
  return known.data
}

const standing = ({ id, state, paid, refunded, currency }: z.infer<typeof answered>) => ({
  ...{ reference: id, state, paid, refunded, currency },
})

/** A bank with a page to pay at, signed notices and refunds. It takes the currency of tests alone, so that no other suite meets it. */
export const testBank = definePaymentProvider({
  slug: 'test-bank',
  label: { ru: 'Картой на сайте', en: 'By card' },
  note: { ru: 'Вы перейдёте на страницу банка', en: 'You will go to the page of the bank' },
  order: 900,
  currencies: ['XTS'],
  begin: async ({ id, amount, currency, description, returnTo }) => {
    const made = await ask('POST', '/payments', { id, ...{ amount, currency, description, returnTo } })
    return { reference: made.id, step: { kind: 'page', url: made.url }, until: made.until }
  },
  notice: ({ headers, body }) => {
    const mine = createHmac('sha256', 'secret').update(body).digest()
    const theirs = Buffer.from(headers.get('x-signature') ?? '', 'hex')
    if (theirs.length !== mine.length || !timingSafeEqual(theirs, mine)) return null
    const { payment } = z.object({ payment: z.string() }).parse(JSON.parse(body.toString('utf8')))
    return { reference: payment, answer: { status: 200, body: 'OK' } }
  },
  standing: async (reference) => standing(await ask('GET', `/payments/${encodeURIComponent(reference)}`)),
  refund: async ({ id, reference, amount }) => standing(await ask('POST', '/refunds', { id, reference, amount })),
})
