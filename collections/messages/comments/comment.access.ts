import { defineAccess } from '@/src/mechanisms/access/defineAccess'
import { recordNeeds } from '@/src/mechanisms/records/defineRecord'

const about = { field: 'entity', capabilities: recordNeeds }

export const commentAccess = defineAccess('comments', {
  anchors: { company: 'company' },
  rules: {
    // What people said is not rewritten; something that must not stay may be removed.
    admin: { read: 'all', delete: 'all' },
    client: { read: 'company', needsBy: about, only: { internal: false } },
    partner: { read: ['company', 'subclients'], needsBy: about, only: { internal: false } },
    manager: { read: 'assigned' },
    head: { read: 'team' },
    accountant: { read: 'all' },
  },
})
