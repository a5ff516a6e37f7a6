import { defineAccess } from '@/src/mechanisms/access/defineAccess'

export const exchangeFileAccess = defineAccess('exchange-files', {
  rules: {
    admin: { read: 'all' },
  },
})
