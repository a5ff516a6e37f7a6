import { defineAccess } from '@/src/mechanisms/access/defineAccess'

/** The account behind a contact is linked by an invitation, not by hand. */
const writes = ['company', 'name', 'position', 'email', 'phone', 'portalRole', 'portalAccess']

export const contactAccess = defineAccess('contacts', {
  anchors: { company: 'company' },
  rules: {
    client: { read: 'company', needs: 'company.read' },
    partner: { read: ['company', 'subclients'], needs: 'company.read' },
    manager: { read: 'assigned', create: 'assigned', update: 'assigned', delete: 'assigned', writes },
    head: { read: 'team', create: 'team', update: 'team', delete: 'team', writes },
    accountant: { read: 'all' },
  },
})
