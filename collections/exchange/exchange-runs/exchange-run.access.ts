import { defineAccess } from '@/src/mechanisms/access/defineAccess'

export const exchangeRunAccess = defineAccess('exchange-runs', {
  rules: {
    admin: { read: 'all' },
  },
})
