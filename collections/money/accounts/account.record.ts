import { defineRecord } from '@/src/mechanisms/records/defineRecord'

export const accountRecord = defineRecord({ entity: 'accounts', needs: 'balance.read' })
