import { defineRecord } from '@/src/mechanisms/records/defineRecord'

export const groupRecord = defineRecord({ entity: 'groups', page: ({ slug }) => `/catalogue/${slug}` })

declare module '@/src/mechanisms/records/defineRecord' {
  interface RecordKeys {
    groups: { slug: string }
  }
}
