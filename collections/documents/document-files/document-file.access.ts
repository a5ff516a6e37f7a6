import { defineAccess } from '@/src/mechanisms/access/defineAccess'

/** A private file belongs to a company; its bytes are served through the same rule as its row. */
export const documentFileAccess = defineAccess('document-files', {
  anchors: { company: 'company' },
  rules: {
    client: { read: 'company', create: 'company', needs: 'documents.read', only: { internal: false } },
    partner: { read: ['company', 'subclients'], create: 'company', needs: 'documents.read', only: { internal: false } },
    manager: { read: 'assigned', create: 'assigned' },
    head: { read: 'team', create: 'team' },
    accountant: { read: 'all', create: 'all' },
  },
})
