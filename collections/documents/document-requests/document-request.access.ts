import { defineAccess } from '@/src/mechanisms/access/defineAccess'

export const documentRequestAccess = defineAccess('document-requests', {
  anchors: { company: 'company' },
  rules: {
    admin: { read: 'all', update: 'all' },
    client: { read: 'company', needs: 'documents.read' },
    partner: { read: ['company', 'subclients'], needs: 'documents.read' },
    manager: { read: 'assigned', update: 'assigned', writes: ['reason', 'result'] },
    head: { read: 'team', update: 'team', writes: ['reason', 'result'] },
    accountant: { read: 'all' },
  },
})
