import { defineAccess } from '@/src/mechanisms/access/defineAccess'

export const accountAccess = defineAccess('accounts', {
  anchors: { company: 'company' },
  rules: {
    // Accounts come from 1C with their balance and their currency.
    admin: { read: 'all', update: 'all', writes: ['number', 'contract'] },
    client: { read: 'company', needs: 'balance.read' },
    partner: { read: ['company', 'subclients'], needs: 'balance.read' },
    manager: { read: 'assigned' },
    head: { read: 'team' },
    accountant: { read: 'all' },
  },
})
