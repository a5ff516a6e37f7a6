import { defineAccess } from '@/src/mechanisms/access/defineAccess'

export const exchangeChangeAccess = defineAccess('exchange-changes', {
  rules: {
    admin: { read: 'all' },
  },
})
