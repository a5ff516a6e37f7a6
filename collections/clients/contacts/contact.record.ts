import { defineRecord } from '@/src/mechanisms/records/defineRecord'

export const contactRecord = defineRecord({
  entity: 'contacts',
  needs: 'company.read',
  page: ({ id }) => `/company?contact=${id}`,
})
