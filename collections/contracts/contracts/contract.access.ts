import { defineAccess } from '@/src/mechanisms/access/defineAccess'

export const contractAccess = defineAccess('contracts', {
  anchors: { company: 'company' },
  rules: {
    client: { read: 'company', needs: 'contracts.read' },
    partner: { read: ['company', 'subclients'], needs: 'contracts.read' },
    manager: { read: 'assigned', update: 'assigned', writes: ['name', 'validUntil', 'file'] },
    head: { read: 'team', update: 'team', writes: ['name', 'validUntil', 'file'] },
    accountant: { read: 'all' },
  },
})
