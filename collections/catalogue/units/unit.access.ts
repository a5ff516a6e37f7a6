import { defineAccess } from '@/src/mechanisms/access/defineAccess'

export const unitAccess = defineAccess('units', {
  rules: {
    manager: { read: 'all' },
    head: { read: 'all' },
    accountant: { read: 'all' },
    editor: { read: 'all' },
    client: { read: 'all' },
    partner: { read: 'all' },
    employee: { read: 'all' },
  },
})
