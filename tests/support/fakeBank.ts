import { createHmac } from 'node:crypto'
import http from 'node:http'

type Payment = { id: string; state: string; currency: string; amount: number; paid: number; refunded: number }

/** A bank on a free port, as the one of `tests/specimen/bank` expects it. Repeats under one key are answered as the first was. */
export async function fakeBank() {
  const payments = new Map<string, Payment>()
  const answers = new Map<string, Payment>()
  const shown = ({ id, ...rest }: Payment) => ({
    id,
    ...rest,
    url: `https://bank.example/${id}`,
    until: '2027-01-01T00:00:00Z',
  })
  const once = (key: string, make: () => Payment | null): Payment | null => {
    const known = answers.get(key) ?? make()
    if (known) answers.set(key, known)
    return known
  }
  let broken = false

  const server = http.createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const text = Buffer.concat(parts).toString('utf8')
      const asked = text ? (JSON.parse(text) as { amount: number; currency: string; reference: string }) : null
      const key = String(request.headers['idempotence-key'])
      const found = answer(request.url ?? '', asked, key)
      response.writeHead(broken ? 500 : found ? 200 : found === null ? 422 : 404, {
        'content-type': 'application/json',
      })
      response.end(JSON.stringify(found && !broken ? shown(found) : { code: 'trouble' }))
    })
  })
  const answer = (url: string, asked: { amount: number; currency: string; reference: string } | null, key: string) => {
    if (!asked) return payments.get(url.replace('/payments/', ''))
    return once(key, () => {
      const known = payments.get(asked.reference)
      if (known && asked.amount > known.paid - known.refunded) return null
      if (known) {
        known.refunded += asked.amount
        return known
      }
      const { amount, currency } = asked
      const made = { id: `bank-${payments.size + 1}`, state: 'waiting', currency, amount, paid: 0, refunded: 0 }
      payments.set(made.id, made)
      return made
    })
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()

  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    payments,
    /** The payer pays: the notice that the bank sends, with its signature. */
    pay: (reference: string) => {
      const payment = payments.get(reference)
      if (payment) Object.assign(payment, { state: 'paid', paid: payment.amount })
      const body = Buffer.from(JSON.stringify({ payment: reference, amount: payment?.amount }))
      return { body, signature: createHmac('sha256', 'secret').update(body).digest('hex') }
    },
    break: (is: boolean) => void (broken = is),
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
