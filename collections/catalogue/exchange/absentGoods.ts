import type { CommerceRecord } from '@/src/mechanisms/exchange/commerceml/records'
import type { Absence } from '@/src/mechanisms/exchange/consumer'
import { enqueue } from '@/src/mechanisms/jobs/enqueue'
import { priceRow } from './rows'
import { searchUpkeepJob } from './searchUpkeep.jobs'
import { SOLE } from './soleSkus'
import { productsBehind } from './touched'

/** Beyond this many products the job renews them all rather than carry their names. */
const MOST_NAMED = 5_000

/** Groups, goods, offers and prices that a full export may name no longer. */
export const absentGoods: Absence = {
  tables: [
    { table: 'groups', label: 'разделы' },
    { table: 'products', label: 'товары' },
    // Made by the portal for goods without offers: no export ever names them.
    { table: 'skus', label: 'предложения', except: `t.sync_hash = '${SOLE}'` },
    { table: 'prices', label: 'цены' },
  ],
  keysOf,
  hidden: async (req, ids) => {
    const products = await productsBehind(req, new Map(ids))
    await enqueue(req, searchUpkeepJob, products.length > MOST_NAMED ? {} : { products })
  },
}

function keysOf(record: CommerceRecord): readonly { table: string; externalId: string }[] {
  switch (record.kind) {
    case 'group':
    case 'product':
      return [{ table: `${record.kind}s`, externalId: record.externalId }]
    case 'offer':
      return [{ table: 'skus', externalId: record.externalId }]
    case 'price':
      return [{ table: 'prices', externalId: priceRow(record).externalId }]
    default:
      return []
  }
}
