import { defineAccess } from '@/src/mechanisms/access/defineAccess'
import { about } from '../about'

export const commentAccess = defineAccess('comments', {
  anchors: { company: 'company' },
  rules: {
    client: { read: 'company', needsBy: about, only: { internal: false } },
    partner: { read: ['company', 'subclients'], needsBy: about, only: { internal: false } },
    manager: { read: 'assigned' },
    head: { read: 'team' },
    accountant: { read: 'all' },
  },
})
