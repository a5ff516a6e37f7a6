import { insertRow } from '@/src/mechanisms/database/insertRows'
import type { Runner } from '@/src/mechanisms/database/query'
import { passport, type Source } from './passport'

export type PriceTypeIds = Record<'retail' | 'wholesale' | 'contract', string>

/** Three kinds of prices: what a visitor is compared with, what a client begins with, what is agreed in a contract. */
export async function seedPriceTypes(db: Runner, source: Source): Promise<PriceTypeIds> {
  const add = (name: string, marks: { base?: boolean; retail?: boolean } = {}): Promise<string> =>
    insertRow(db, 'price_types', {
      name,
      currency: 'RUB',
      vatIncluded: true,
      base: marks.base ?? false,
      retail: marks.retail ?? false,
      active: true,
      ...passport(source, 'priceType', name),
    })
  return {
    retail: await add('Розничные', { retail: true }),
    wholesale: await add('Оптовые', { base: true }),
    contract: await add('Договорные'),
  }
}
