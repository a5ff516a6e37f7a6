import { defineAccess } from '@/src/mechanisms/access/defineAccess'

export const contactAccess = defineAccess('contacts', {
  anchors: { company: 'company' },
  rules: {
    client: { read: 'company', needs: 'company.read' },
    partner: { read: ['company', 'subclients'], needs: 'company.read' },
    manager: { read: 'assigned', create: 'assigned', update: 'assigned', delete: 'assigned' },
    head: { read: 'team', create: 'team', update: 'team', delete: 'team' },
    accountant: { read: 'all' },
  },
})
