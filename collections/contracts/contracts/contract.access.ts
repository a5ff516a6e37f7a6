import { defineAccess } from '@/src/mechanisms/access/defineAccess'

export const contractAccess = defineAccess('contracts', {
  anchors: { company: 'company' },
  rules: {
    client: { read: 'company', needs: 'contracts.read' },
    partner: { read: ['company', 'subclients'], needs: 'contracts.read' },
    manager: { read: 'assigned', update: 'assigned' },
    head: { read: 'team', update: 'team' },
    accountant: { read: 'all' },
  },
})
