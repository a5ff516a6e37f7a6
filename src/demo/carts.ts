import { QTY_SCALE } from '@/src/lib/money'
import { insertRows } from '@/src/mechanisms/database/insertRows'
import type { Runner } from '@/src/mechanisms/database/query'
import { priceFor } from './catalogue/prices'
import type { Sku } from './catalogue/products'
import type { Companies } from './companies'
import type { CompanyKey } from './companyData'
import type { DemoUsers } from './people'

type Cart = {
  of: keyof DemoUsers
  company: CompanyKey
  lines: ReadonlyArray<readonly [article: string, pieces: number]>
}

/** What people left in their carts before the weekend. */
const carts: readonly Cart[] = [
  {
    of: 'client',
    company: 'stroygrad',
    lines: [
      ['АН-16140', 200],
      ['ШП-201000', 50],
      ['ГК-934-12', 800],
      ['ЭЛ-МР3-30', 4],
    ],
  },
  {
    of: 'partner',
    company: 'partner',
    lines: [
      ['БЛ-933-1260', 400],
      ['ШБ-125-12', 500],
    ],
  },
]

/** Carts with a few goods, at the prices that their owners saw. */
export async function seedCarts(
  db: Runner,
  { companies, users, skus }: { companies: Companies; users: DemoUsers; skus: readonly Sku[] },
): Promise<void> {
  const ids = await insertRows(
    db,
    'carts',
    carts.map(({ of, company }) => ({ user_id: users[of].id, company_id: companies[company].id })),
  )
  const lines = carts.flatMap(({ of, company, lines }, n) =>
    skus.flatMap((sku) => {
      const pieces = lines.find(([article]) => article === sku.article)?.[1]
      if (!pieces) return []
      return [
        {
          cart_id: ids[n],
          user_id: users[of].id,
          sku_id: sku.id,
          qty: pieces * QTY_SCALE,
          price_seen: priceFor(sku, companies[company].prices),
        },
      ]
    }),
  )
  await insertRows(db, 'cart_lines', lines)
}
