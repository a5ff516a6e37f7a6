import { defineAccess } from '@/src/mechanisms/access/defineAccess'

export const exchangeIssueAccess = defineAccess('exchange-issues', {
  rules: {
    admin: { read: 'all' },
  },
})
