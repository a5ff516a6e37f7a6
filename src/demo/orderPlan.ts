import type { Clock } from './clock'
import { later } from './clock'
import { companyData, type CompanyKey } from './companyData'
import { dice, type Dice } from './random'

export type OrderState = 'submitted' | 'confirmed' | 'working' | 'shipped' | 'closed' | 'cancelled'

/** An order as it went: moments of its way, and what is known of its payment. */
export type OrderPlan = {
  /** A story told elsewhere: messages, documents and tests find the order by it. */
  tag?: 'waiting' | 'problem' | 'assembling' | 'unpaid'
  company: CompanyKey
  state: OrderState
  placedAt: Date
  confirmedAt?: Date
  startedAt?: Date
  shippedAt?: Date
  closedAt?: Date
  cancelledAt?: Date
  paidAt?: Date
  /** Days from today to the day by which the invoice is to be paid; absent: no invoice is out. */
  dueIn?: number
  /** Articles and pieces; absent: chosen by chance. */
  lines?: ReadonlyArray<readonly [article: string, pieces: number]>
}

/** All orders of the demo, the oldest first. «Стройград» has 45, the others 60. */
export function planOrders(clock: Clock): OrderPlan[] {
  const throws = dice(45)
  const plans = [...storiesOf(clock), ...pastOf('stroygrad', 34, 3, { clock, throws }), ...liveOf(clock, throws)]
  for (const { key } of companyData) {
    const count = othersCount[key]
    if (count > 0) plans.push(...pastOf(key, count - 4, 1, { clock, throws }), ...recentOf(key, { clock, throws }))
  }
  return plans.sort((a, b) => a.placedAt.getTime() - b.placedAt.getTime())
}

const othersCount: Record<CompanyKey, number> = {
  stroygrad: 0,
  service: 10,
  partner: 10,
  fasad: 8,
  monolit: 8,
  krovlya: 6,
  zakharov: 8,
  most: 10,
}

/**
 * The four orders that «Стройград» is busy with. Two invoices are not paid: 48 210,00 for goods
 * shipped (due two days ago) and 134 190,00 for goods being picked, 182 400,00 together.
 */
function storiesOf(clock: Clock): OrderPlan[] {
  const began = (days: number, hour: number, minute: number) => ({
    placedAt: clock.ago(days, hour, minute),
    confirmedAt: clock.ago(days, hour, minute + 28),
    startedAt: later(clock, clock.ago(days, hour, minute), { minutes: 75 }),
  })
  return [
    {
      tag: 'unpaid',
      company: 'stroygrad',
      state: 'shipped',
      ...began(9, 11, 5),
      shippedAt: clock.ago(4, 14, 18),
      dueIn: -2,
      lines: [
        ['БЛ-933-1260', 1000],
        ['ГК-934-12', 4000],
        ['ШБ-125-12', 2000],
        ['ДБ-10160', 400],
        ['ЭЛ-МР3-30', 10],
      ],
    },
    {
      tag: 'assembling',
      company: 'stroygrad',
      state: 'working',
      ...began(1, 9, 12),
      dueIn: 12,
      lines: [
        ['БЛ-933-1260', 1200],
        ['ГК-934-12', 1200],
        ['АН-16140', 400],
        ['ШП-201000', 250],
        ['ШБ-125-12', 2000],
        ['ДБ-10160', 600],
      ],
    },
    {
      tag: 'waiting',
      company: 'stroygrad',
      state: 'submitted',
      placedAt: clock.ago(2, 10, 31),
      lines: [
        ['БЛ-933-1255', 1500],
        ['ГК-934-12', 1500],
        ['ШП-161000', 120],
        ['АН-16110', 300],
      ],
    },
    {
      tag: 'problem',
      company: 'stroygrad',
      state: 'submitted',
      placedAt: clock.ago(1, 16, 47),
      lines: [
        ['СО-325', 12],
        ['СТП-2-3', 8],
        ['КН-8', 150],
      ],
    },
  ]
}

/** Four more of «Стройград»: confirmed, in work without an invoice yet, shipped and paid before, cancelled. */
function liveOf(clock: Clock, throws: Dice): OrderPlan[] {
  const paidBefore = wholeWay(clock, throws, 6)
  return [
    { company: 'stroygrad', state: 'confirmed', placedAt: clock.ago(1, 12, 20), confirmedAt: clock.ago(1, 13, 2) },
    {
      company: 'stroygrad',
      state: 'working',
      placedAt: clock.ago(3, 15, 40),
      confirmedAt: clock.ago(3, 16, 10),
      startedAt: clock.ago(2, 9, 15),
    },
    {
      ...paidBefore,
      company: 'stroygrad',
      state: 'shipped',
      closedAt: undefined,
      dueIn: -1,
      paidAt: later(clock, paidBefore.placedAt, { days: 2 }),
    },
    { company: 'stroygrad', state: 'cancelled', placedAt: clock.ago(27, 11, 3), cancelledAt: clock.ago(27, 17, 30) },
  ]
}

type Tools = { clock: Clock; throws: Dice }

/** Orders of the year that are over: closed and paid, a few cancelled. */
function pastOf(company: CompanyKey, closed: number, cancelled: number, { clock, throws }: Tools): OrderPlan[] {
  const over = Array.from({ length: closed }, (_none, n): OrderPlan => {
    const days = 18 + Math.round(((n + 1) * 340) / closed) - throws.int(0, 4)
    const way = wholeWay(clock, throws, days)
    return {
      ...way,
      company,
      state: 'closed',
      dueIn: 14 - days,
      paidAt: later(clock, way.placedAt, { days: throws.int(1, 13), minutes: throws.int(0, 300) }),
    }
  })
  const off = Array.from({ length: cancelled }, (): OrderPlan => {
    const placedAt = clock.ago(throws.int(30, 320), throws.int(9, 16), throws.int(0, 59))
    return {
      company,
      state: 'cancelled',
      placedAt,
      cancelledAt: later(clock, placedAt, { days: 1, minutes: throws.int(5, 200) }),
    }
  })
  return [...over, ...off]
}

/** Three that go on now; of those shipped about half are not paid yet. */
function recentOf(company: CompanyKey, { clock, throws }: Tools): OrderPlan[] {
  const days = throws.int(5, 9)
  const sent = wholeWay(clock, throws, days)
  const paid = throws.chance(0.5)
  const { placedAt, confirmedAt, startedAt } = wholeWay(clock, throws, 3)
  return [
    {
      ...sent,
      company,
      state: 'shipped',
      closedAt: undefined,
      dueIn: throws.int(-2, 9),
      ...(paid ? { paidAt: later(clock, sent.placedAt, { days: 3 }) } : {}),
    },
    { company, state: 'working', placedAt, confirmedAt, startedAt },
    {
      company,
      state: throws.pick(['submitted', 'confirmed'] as const),
      placedAt: clock.ago(1, throws.int(9, 16), throws.int(0, 59)),
    },
  ].map((plan) =>
    plan.state === 'confirmed' ? { ...plan, confirmedAt: later(clock, plan.placedAt, { minutes: 50 }) } : plan,
  ) as OrderPlan[]
}

function wholeWay(
  clock: Clock,
  throws: Dice,
  days: number,
): Required<Pick<OrderPlan, 'placedAt' | 'confirmedAt' | 'startedAt' | 'shippedAt' | 'closedAt'>> {
  const placedAt = clock.ago(days, throws.int(9, 16), throws.int(0, 59))
  const confirmedAt = later(clock, placedAt, { minutes: throws.int(12, 150) })
  const startedAt = later(clock, confirmedAt, { minutes: throws.int(30, 300) })
  const shippedAt = later(clock, startedAt, { days: throws.int(1, 3), minutes: throws.int(0, 120) })
  return { placedAt, confirmedAt, startedAt, shippedAt, closedAt: later(clock, shippedAt, { days: throws.int(1, 3) }) }
}
