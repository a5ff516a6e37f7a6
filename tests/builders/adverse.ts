import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'
import type { Row } from '@/src/mechanisms/database/insertRows'
import { query } from '@/src/mechanisms/database/query'
import type { Builders } from './builders'

type Own = { companyId: string } & Row

/**
 * Adverse variants of what the builders make: rows as real bases hold them, each of which some sum or some list has
 * once got wrong. A test of a total takes them beside the usual ones.
 */
export function adverse(payload: Payload, build: Builders) {
  return {
    company: {
      withoutManager: () =>
        build.company({ name: 'Без менеджера', managerId: null, currency: 'USD', debt: 9_00, overdue: 7_00 }),
      archived: () => build.company({ name: 'В архиве', status: 'archived', managerId: null }),
      withoutSums: () =>
        build.company({ name: 'Без сумм', debt: null, overdue: null, balance: null, creditLimit: null }),
    },
    user: {
      /** In both companies, and in the second no longer. */
      suspendedInSecond: async (first: string, second: string): Promise<string> => {
        const user = await build.user({ companies: [first, second] })
        await query(
          payload,
          sql`update memberships set active = false where user_id = ${user} and company_id = ${second}`,
        )
        return user
      },
    },
    product: {
      withoutPrice: () => build.product({ name: 'Без цены' }),
      zeroPrice: (type: string) => build.product({ name: 'Цена ноль', prices: { [type]: 0 } }),
      withoutUnit: (type: string) => build.product({ name: 'Без единицы', unit: null, prices: { [type]: 50_0000 } }),
      withoutVat: (type: string) => build.product({ name: 'Без НДС', vatRate: null, prices: { [type]: 100_0000 } }),
      archived: (type: string) => build.product({ name: 'Снят', active: false, prices: { [type]: 1_0000 } }),
      /** Two SKUs of it, each priced in money of its own. */
      twoCurrencies: async (type: string) => {
        const made = await build.product({ name: 'Две валюты', prices: { [type]: 300_0000 } })
        await build.sku(made.product, { name: 'В долларах', prices: { [type]: { price: 20_0000, currency: 'USD' } } })
        return made
      },
      /** Nothing in one warehouse, a remainder in another, a debt in a third, and some behind a closed door. */
      zeroBesideLeftover: async (type: string) => {
        const [none, some, less, closed] = [
          await build.warehouse(),
          await build.warehouse({ name: 'Где есть' }),
          await build.warehouse(),
          await build.warehouse({ name: 'Закрытый', active: false }),
        ]
        const made = await build.product({
          name: 'Остатки',
          prices: { [type]: 10_0000 },
          stock: { [none]: 0, [some]: 5_000, [less]: -3_000, [closed]: 7_000 },
        })
        await query(payload, sql`insert into stocks (sku_id, qty) values (${made.sku}, 9000)`)
        return made
      },
    },
    order: {
      cancelled: (fields: Own) =>
        build.order({ number: 'ОТМЕНЁН', status: 'cancelled', total: 777_00, paid: 5_00, ...fields }),
      inDollars: (fields: Own) => build.order({ number: 'ДОЛЛАРЫ', total: 20_00, currency: 'USD', ...fields }),
      withoutPaid: (fields: Own) => build.order({ number: 'БЕЗ ОПЛАТЫ', total: 50_00, paid: null, ...fields }),
    },
    document: {
      cancelled: (fields: Own) => build.document({ total: 700_00, cancelled: true, ...fields }),
      ofCancelledOrder: (fields: Own & { orderId: string }) => build.document({ total: 77_00, ...fields }),
      inDollars: (fields: Own) => build.document({ total: 20_00, currency: 'USD', ...fields }),
      overpaid: (fields: Own) => build.document({ total: 10_00, paid: 15_00, ...fields }),
      withoutPaid: (fields: Own) => build.document({ total: 30_00, paid: null, ...fields }),
    },
    contract: {
      terminatedInDollars: (fields: Own) =>
        build.contract({ status: 'terminated', currency: 'USD', debt: 5_00, ...fields }),
      withoutSums: (fields: Own) => build.contract({ debt: null, overdue: null, amount: null, ...fields }),
    },
    scheduleLine: {
      paid: (fields: Own & { contractId: string }) => build.scheduleLine({ amount: 10_00, paid: 10_00, ...fields }),
      withoutPaid: (fields: Own & { contractId: string }) =>
        build.scheduleLine({ amount: 40_00, paid: null, ...fields }),
    },
    warehouse: { closed: () => build.warehouse({ name: 'Закрытый', active: false }) },
  }
}
