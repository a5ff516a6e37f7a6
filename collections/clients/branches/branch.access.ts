import { defineAccess } from '@/src/mechanisms/access/defineAccess'

export const branchAccess = defineAccess('branches', {
  rules: {
    client: { read: 'published' },
    partner: { read: 'published' },
    employee: { read: 'published' },
    manager: { read: 'all' },
    head: { read: 'all' },
    accountant: { read: 'all' },
    editor: { read: 'all' },
  },
})
