import { QTY_SCALE } from '@/src/lib/money'
import { insertRow, insertRows } from '@/src/mechanisms/database/insertRows'
import type { Runner } from '@/src/mechanisms/database/query'
import { passport, type Source } from '../passport'
import type { PriceTypeIds } from '../priceTypes'
import { dice } from '../random'
import type { Sku } from './products'

/** How prices stand to the contract ones; rounded to ten kopecks upwards from a rouble, to a kopeck below. */
const above = { contract: 1, wholesale: 1.1, retail: 1.27 } as const

export function priceFor(sku: Sku, kind: keyof typeof above): number {
  const exact = sku.price * above[kind]
  const step = exact >= 10_000 ? 1_000 : 100
  return kind === 'contract' ? sku.price : Math.round(exact / step) * step
}

export async function seedPrices(db: Runner, skus: readonly Sku[], types: PriceTypeIds, source: Source): Promise<void> {
  const kinds = ['retail', 'wholesale', 'contract'] as const
  await insertRows(
    db,
    'prices',
    skus.flatMap((sku) =>
      kinds.map((kind) => ({
        skuId: sku.id,
        priceTypeId: types[kind],
        price: priceFor(sku, kind),
        currency: 'RUB',
        unit: sku.unit,
        ...passport(source, `price ${kind}`, sku.article),
      })),
    ),
  )
}

export type WarehouseIds = readonly [string, string, string]

export async function seedWarehouses(db: Runner, branches: readonly string[], source: Source): Promise<WarehouseIds> {
  const add = (name: string, address: string, branch: number): Promise<string> =>
    insertRow(db, 'warehouses', {
      name,
      address,
      branchId: branches[branch],
      pickup: true,
      active: true,
      ...passport(source, 'warehouse', name),
    })
  return [
    await add('Химки', 'Химки, ул. Репина, 2/27, ворота 3', 0),
    await add('Подольск', 'Подольск, Домодедовское ш., 1в', 1),
    await add('Казань', 'Казань, ул. Техническая, 120', 2),
  ]
}

/** Pieces in Химки, Подольск, Казань of what the demo speaks about. */
const known: Record<string, readonly [number, number, number]> = {
  'БЛ-933-1260': [8_400, 4_000, 0],
  'БЛ-933-1255': [0, 0, 0],
  'ГК-934-12': [38_000, 0, 0],
  'АН-16140': [180, 0, 0],
  'ШП-201000': [0, 0, 0],
  'ШБ-125-12': [64_000, 12_500, 9_000],
  'ДБ-10160': [5_200, 1_100, 0],
}

/** Stock: plenty of most, little of some, none of a few that come to order. */
export async function seedStocks(
  db: Runner,
  skus: readonly Sku[],
  warehouses: WarehouseIds,
  source: Source,
): Promise<void> {
  const { chance, int } = dice(11)
  const held = (sku: Sku): readonly number[] => {
    const own = known[sku.article]
    if (own) return own
    if (chance(0.07)) return [0, 0, 0]
    if (chance(0.1)) return [int(3, 60), 0, 0]
    const most = Math.max(sku.pack, 8) * 40
    return [0.88, 0.62, 0.4].map((share) => (chance(share) ? int(220, Math.max(most, 400)) : 0))
  }
  await insertRows(
    db,
    'stocks',
    skus.flatMap((sku) =>
      held(sku).map((pieces, place) => ({
        skuId: sku.id,
        warehouseId: warehouses[place],
        qty: pieces * QTY_SCALE,
        ...passport(source, `stock ${place}`, sku.article),
      })),
    ),
  )
}
