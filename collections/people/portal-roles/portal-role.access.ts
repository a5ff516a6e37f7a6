import { defineAccess } from '@/src/mechanisms/access/defineAccess'

export const portalRoleAccess = defineAccess('portal-roles', {
  rules: {
    client: { read: 'all' },
    partner: { read: 'all' },
    employee: { read: 'all' },
    manager: { read: 'all' },
    head: { read: 'all' },
    accountant: { read: 'all' },
    editor: { read: 'all' },
  },
})
