import { defineAccess } from '@/src/mechanisms/access/defineAccess'

export const stockAccess = defineAccess('stocks', {
  rules: {
    manager: { read: 'all' },
    head: { read: 'all' },
    accountant: { read: 'all' },
    editor: { read: 'all' },
  },
})
