import { defineAccess } from '@/src/mechanisms/access/defineAccess'

export const eventAccess = defineAccess('events', {
  anchors: { company: 'company' },
  rules: {
    client: { read: 'company', only: { internal: false } },
    partner: { read: ['company', 'subclients'], only: { internal: false } },
    manager: { read: 'assigned' },
    head: { read: 'team' },
    accountant: { read: 'all' },
    admin: { read: 'all' },
  },
})
