import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import logins from '@/src/demo/logins.json'
import { queryOnce } from '../../scripts/lib/database.mjs'
import type { Chance } from './chance'
import type { Ground } from './ground'

export type Placed = { id: string; number: string; total: number }
/** One checkout as its client knows it. `order` is null until an answer came. */
export type Checkout = {
  key: string
  body: object
  lines: Array<{ sku: string; qty: number }>
  order: Placed | null
  retries: number
}

/** `choices`: what the form asks of this company where there is more than one. */
export type Buyer = {
  company: string
  cookie: string
  made: Checkout[]
  choices: { contractor: string | null; warehouse: string | null }
}
/** Goods by their SKU; `pack` (thousandths): what a quantity is a multiple of. */
export type Good = { id: string; pack: number }

/** What goes on at this moment, for the one who kills. */
export type Traffic = { over: boolean; posting: number; started: number; lost: string[] }

const LOGINS = ['client', 'buyer', 'partner']
const TRIES = 200

/** Signs the demo's buyers in; the web has to run. */
export async function buyersOf(ground: Ground): Promise<Buyer[]> {
  return Promise.all(
    LOGINS.map(async (role) => {
      const login = logins.find((one) => one.role === role)
      const answer = await fetch(`${ground.url}/api/users/login`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: ground.url },
        body: JSON.stringify({ email: login?.email, password: login?.password }),
      })
      if (!answer.ok) throw new Error(`${role} could not sign in: ${answer.status} ${await answer.text()}`)
      const cookie = answer.headers
        .getSetCookie()
        .map((one) => one.split(';')[0])
        .join('; ')
      const [row] = await queryOnce(
        ground.databaseUrl,
        `select m.company_id::text as company, (select x.id::text from contractors x where x.company_id = m.company_id and x.active order by x.id limit 1) as contractor,
           (select h.id::text from warehouses h where h.active and h.pickup order by h.id limit 1) as warehouse
         from memberships m join users u on u.id = m.user_id where u.email = $1 order by m.created_at, m.id limit 1`,
        [login?.email],
      )
      return {
        company: String(row.company),
        cookie,
        made: [],
        choices: { contractor: row.contractor, warehouse: row.warehouse },
      }
    }),
  )
}

/** Fills the cart and checks it out, again and again; whatever gets no answer is asked anew with the same key. */
export async function shop(
  ground: Ground,
  buyer: Buyer,
  goods: readonly Good[],
  chance: Chance,
  traffic: Traffic,
): Promise<void> {
  while (!traffic.over) {
    const checkout = draw(buyer, goods, chance)
    await insist(() => act(ground, buyer, 'carts.clear', { company: buyer.company }))
    await insist(
      () => act(ground, buyer, 'carts.addMany', { company: buyer.company, lines: checkout.lines }),
      async () => {
        // The killed call may have been done: begin with an empty cart again.
        await insist(() => act(ground, buyer, 'carts.clear', { company: buyer.company }))
      },
    )
    buyer.made.push(checkout)
    checkout.order = await insist(
      () => checkOut(ground, buyer, checkout, traffic),
      async () => {
        checkout.retries += 1
        traffic.lost.push(checkout.key)
      },
    )
  }
}

/** One try of a checkout; counted as traffic while it lasts. */
export async function checkOut(ground: Ground, buyer: Buyer, checkout: Checkout, traffic?: Traffic): Promise<Placed> {
  if (traffic) {
    traffic.posting += 1
    traffic.started += 1
  }
  try {
    const { orders } = await act<{ orders: Placed[] }>(
      ground,
      buyer,
      'orders.createFromCart',
      checkout.body,
      checkout.key,
    )
    const [order] = orders
    if (!order || orders.length !== 1) throw new Error(`${checkout.key} was answered with ${orders.length} orders`)
    return order
  } finally {
    if (traffic) traffic.posting -= 1
  }
}

function draw(buyer: Buyer, goods: readonly Good[], chance: Chance): Checkout {
  const key = `faults-${randomUUID()}`
  const chosen = new Set(Array.from({ length: 1 + chance.below(6) }, () => goods[chance.below(goods.length)] as Good))
  const lines = [...chosen].map(({ id, pack }) => ({ sku: id, qty: (1 + chance.below(20)) * pack }))
  return {
    key,
    lines,
    order: null,
    retries: 0,
    body: {
      company: buyer.company,
      ...buyer.choices,
      deliveryMethod: 'pickup',
      paymentMethod: 'invoice',
      clientReference: key,
    },
  }
}

/** Nobody answered; anything else that goes wrong is a defect. */
class NoAnswer extends Error {}

async function act<Result>(ground: Ground, buyer: Buyer, action: string, input: object, key?: string): Promise<Result> {
  let answer: { status: number; body: string }
  try {
    const response = await fetch(`${ground.url}/api/actions/${action}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        origin: ground.url,
        cookie: buyer.cookie,
        ...(key ? { 'idempotency-key': key } : {}),
      },
      body: JSON.stringify(input),
    })
    answer = { status: response.status, body: await response.text() }
  } catch (error) {
    throw new NoAnswer('no answer', { cause: error })
  }
  if (answer.status !== 200) throw new Error(`${action}: ${answer.status} ${answer.body.slice(0, 300)}`)
  return (JSON.parse(answer.body) as { result: Result }).result // the shape of every action's answer
}

async function insist<Result>(call: () => Promise<Result>, beforeRetry?: () => Promise<void>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call()
    } catch (error) {
      if (!(error instanceof NoAnswer) || attempt >= TRIES) throw error
      await pause(100)
      await beforeRetry?.()
    }
  }
}
