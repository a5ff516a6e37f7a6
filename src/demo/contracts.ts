import { insertRow, insertRows } from '@/src/mechanisms/database/insertRows'
import type { Runner } from '@/src/mechanisms/database/query'
import type { Clock } from './clock'
import type { Companies } from './companies'
import type { CompanyKey } from './companyData'
import { passport, type Source } from './passport'
import type { PriceTypeIds } from './priceTypes'

/** The contract that the orders of a company go under. */
export type Contracts = Partial<Record<CompanyKey, string>>

type Made = { clock: Clock; source: Source; companies: Companies; prices: PriceTypeIds }

/** 54/25 of «Стройград» with two addenda, 87/26 to be signed; one contract for each large client. Debts are filled by the statement. */
export async function seedContracts(db: Runner, made: Made): Promise<Contracts> {
  const { clock, companies } = made
  const year = (back: number): string => String(clock.now.getFullYear() - back).slice(2)
  const add = (
    company: CompanyKey,
    number: string,
    days: number,
    fields: Record<string, unknown> = {},
  ): Promise<string> =>
    insertRow(db, 'contracts', {
      number,
      date: clock.day(-days),
      name: 'Поставка крепежа и инструмента',
      companyId: companies[company].id,
      contractorId: companies[company].contractor,
      kind: 'main',
      parentId: null,
      status: 'active',
      validUntil: clock.day(400 - (days % 365)),
      currency: 'RUB',
      amount: 0,
      creditLimit: companies[company].creditLimit,
      creditDays: companies[company].creditLimit > 0 ? 14 : 0,
      debt: 0,
      overdue: 0,
      priceTypeId: made.prices[companies[company].prices],
      ...passport(made.source, 'contract', `${company} ${number}`),
      ...fields,
    })
  const main = await add('stroygrad', `54/${year(1)}`, 410, { amount: 6_000_000_00 })
  const addendum = { kind: 'addendum', parentId: main, creditLimit: 0, creditDays: 0 }
  await add('stroygrad', `54/${year(1)}-ДС1`, 260, {
    ...addendum,
    name: 'Дополнительное соглашение № 1: договорные цены на анкеры',
  })
  await add('stroygrad', `54/${year(1)}-ДС2`, 120, {
    ...addendum,
    name: 'Дополнительное соглашение № 2: лимит 600 000 ₽, отсрочка 14 дней',
  })
  await add('stroygrad', `87/${year(0)}`, 3, {
    name: 'Поставка такелажа',
    status: 'signing',
    amount: 1_200_000_00,
    creditLimit: 0,
    creditDays: 0,
  })
  await seedSchedule(db, made, main)
  return {
    stroygrad: main,
    service: await add('service', `61/${year(1)}`, 330),
    partner: await add('partner', `12/${year(2)}`, 700, { name: 'Дилерский договор' }),
    most: await add('most', `102/${year(1)}`, 380, { amount: 18_000_000_00 }),
    zakharov: await add('zakharov', `33/${year(0)}`, 150),
  }
}

/** Payments by the months: six made, 75 000 ₽ due in a week, 59 190 ₽ after it (with it the 134 190 of the order in work). */
async function seedSchedule(db: Runner, { clock, source, companies }: Made, contractId: string): Promise<void> {
  const lines: ReadonlyArray<[due: number, amount: number, paid: boolean]> = [
    [-178, 60_000_00, true],
    [-148, 60_000_00, true],
    [-117, 75_000_00, true],
    [-87, 75_000_00, true],
    [-56, 75_000_00, true],
    [-25, 75_000_00, true],
    [7, 75_000_00, false],
    [37, 59_190_00, false],
  ]
  await insertRows(
    db,
    'schedule_lines',
    lines.map(([due, amount, paid]) => ({
      contractId,
      companyId: companies.stroygrad.id,
      dueDate: clock.day(due),
      amount,
      paid: paid ? amount : 0,
      currency: 'RUB',
      note: null,
      ...passport(source, 'schedule', due),
    })),
  )
}
