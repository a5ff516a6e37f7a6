import { defineJob } from '@/src/mechanisms/jobs/defineJob'
import { refreshProductSearch } from '../products/searchDocuments'

/** Renews search, facets and price order of the named products, or of the whole catalogue after so many rows changed that goods need not wait for it. */
export const searchUpkeepJob = defineJob<{ products?: string[] }>({
  name: 'catalogue.searchUpkeep',
  label: { ru: 'Обновить поиск товаров', en: 'Refresh the goods’ search' },
  lane: 'default',
  retry: { limit: 5, delaySeconds: 10 },
  handler: ({ products }, { payload }) => refreshProductSearch(payload, products),
})
