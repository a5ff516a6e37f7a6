import { defineAccess } from '@/src/mechanisms/access/defineAccess'

export const exchangeNodeAccess = defineAccess('exchange-nodes', {
  rules: {},
})
