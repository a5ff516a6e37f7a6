import { defineAccess } from '@/src/mechanisms/access/defineAccess'

export const warehouseAccess = defineAccess('warehouses', {
  rules: {
    client: { read: 'published' },
    partner: { read: 'published' },
    employee: { read: 'published' },
    manager: { read: 'all' },
    head: { read: 'all' },
    accountant: { read: 'all' },
    editor: { read: 'all', create: 'all', update: 'all' },
  },
})
