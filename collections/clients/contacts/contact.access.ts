import { defineAccess } from '@/src/mechanisms/access/defineAccess'

export const contactAccess = defineAccess('contacts', {
  anchors: { company: 'company' },
  rules: {
    client: { read: 'company' },
    partner: { read: ['company', 'subclients'] },
    manager: { read: 'assigned', create: 'assigned', update: 'assigned', delete: 'assigned' },
    head: { read: 'team', create: 'team', update: 'team', delete: 'team' },
    accountant: { read: 'all' },
  },
})
