import { defineAccess } from '@/src/mechanisms/access/defineAccess'

export const userAccess = defineAccess('users', {
  anchors: { user: 'id', company: 'company' },
  rules: {
    // A profile is changed by actions, which ask for the password or a letter where they must.
    client: { read: 'own' },
    partner: { read: 'own' },
    employee: { read: 'own' },
    manager: { read: 'assigned', update: 'assigned', writes: ['name', 'phone', 'active'] },
    head: { read: 'team', update: 'team', writes: ['name', 'phone', 'active'] },
    accountant: { read: 'all' },
  },
})
