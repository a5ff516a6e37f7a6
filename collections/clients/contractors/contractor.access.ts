import { defineAccess } from '@/src/mechanisms/access/defineAccess'

export const contractorAccess = defineAccess('contractors', {
  anchors: { company: 'company' },
  rules: {
    client: { read: 'company' },
    partner: { read: ['company', 'subclients'] },
    manager: { read: 'assigned', create: 'assigned', update: 'assigned' },
    head: { read: 'team', create: 'team', update: 'team' },
    accountant: { read: 'all' },
  },
})
