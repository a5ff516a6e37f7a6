import { defineAccess } from '@/src/mechanisms/access/defineAccess'

export const documentAccess = defineAccess('documents', {
  anchors: { company: 'company' },
  rules: {
    client: { read: 'company', needs: 'documents.read' },
    partner: { read: ['company', 'subclients'], needs: 'documents.read' },
    manager: { read: 'assigned', update: 'assigned', writes: ['file', 'cancelled'] },
    head: { read: 'team', update: 'team', writes: ['file', 'cancelled'] },
    accountant: { read: 'all' },
  },
})
