import { defineAccess } from '@/src/mechanisms/access/defineAccess'

export const membershipAccess = defineAccess('memberships', {
  anchors: { company: 'company', user: 'user' },
  rules: {
    client: { read: ['own', 'company'], needs: 'company.manage' },
    partner: { read: ['own', 'company'], needs: 'company.manage' },
    manager: { read: 'assigned', create: 'assigned', update: 'assigned', delete: 'assigned' },
    head: { read: 'team', create: 'team', update: 'team', delete: 'team' },
    accountant: { read: 'all' },
  },
})
