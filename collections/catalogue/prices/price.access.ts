import { defineAccess } from '@/src/mechanisms/access/defineAccess'

export const priceAccess = defineAccess('prices', {
  rules: {
    manager: { read: 'all' },
    head: { read: 'all' },
    accountant: { read: 'all' },
    editor: { read: 'all' },
  },
})
