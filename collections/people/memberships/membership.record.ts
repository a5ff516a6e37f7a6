import { defineRecord } from '@/src/mechanisms/records/defineRecord'

export const membershipRecord = defineRecord({
  entity: 'memberships',
  needs: 'company.manage',
  page: () => '/company#people',
})
