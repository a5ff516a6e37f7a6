import { defineAccess } from '@/src/mechanisms/access/defineAccess'

export const loginSessionAccess = defineAccess('login-sessions', {
  anchors: { user: 'user', staff: 'staff' },
  rules: {
    client: { read: 'own' },
    partner: { read: 'own' },
    employee: { read: 'own' },
    manager: { read: 'ownStaff' },
    head: { read: 'ownStaff' },
    accountant: { read: 'ownStaff' },
    editor: { read: 'ownStaff' },
    admin: { read: 'all' },
  },
})
