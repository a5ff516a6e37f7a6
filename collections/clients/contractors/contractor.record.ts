import { defineRecord } from '@/src/mechanisms/records/defineRecord'

export const contractorRecord = defineRecord({ entity: 'contractors', needs: 'company.read', page: () => '/company' })
