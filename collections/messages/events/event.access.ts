import { defineAccess } from '@/src/mechanisms/access/defineAccess'
import { recordNeeds } from '@/src/mechanisms/records/defineRecord'

const about = { field: 'entity', capabilities: recordNeeds }

export const eventAccess = defineAccess('events', {
  anchors: { company: 'company' },
  rules: {
    client: { read: 'company', needsBy: about, only: { internal: false } },
    partner: { read: ['company', 'subclients'], needsBy: about, only: { internal: false } },
    manager: { read: 'assigned' },
    head: { read: 'team' },
    accountant: { read: 'all' },
    admin: { read: 'all' },
  },
})
