import { defineRecord } from '@/src/mechanisms/records/defineRecord'

export const productRecord = defineRecord({
  entity: 'products',
  page: ({ slug }) => `/products/${encodeURIComponent(slug)}`,
})

declare module '@/src/mechanisms/records/defineRecord' {
  interface RecordKeys {
    products: { slug: string }
  }
}
