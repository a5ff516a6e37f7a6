import { defineAccess } from '@/src/mechanisms/access/defineAccess'

export const guaranteeAccess = defineAccess('test-guarantees', {
  anchors: { company: 'company' },
  rules: {
    client: { read: 'company', needs: 'contracts.read' },
    partner: { read: ['company', 'subclients'], needs: 'contracts.read' },
    manager: { read: 'assigned' },
    head: { read: 'team' },
    accountant: { read: 'all' },
  },
})
