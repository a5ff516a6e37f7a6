import { defineAccess } from '@/src/mechanisms/access/defineAccess'

export const priceTypeAccess = defineAccess('price-types', {
  rules: {
    manager: { read: 'all' },
    head: { read: 'all' },
    accountant: { read: 'all' },
    editor: { read: 'all' },
  },
})
