import { defineAccess } from '@/src/mechanisms/access/defineAccess'
import { recordNeeds } from '@/src/mechanisms/records/defineRecord'

const about = { field: 'entity', capabilities: recordNeeds }

/** Whoever reads of the record reads what was printed of it; what was printed is never rewritten nor removed. */
export const printFileAccess = defineAccess('print-files', {
  anchors: { company: 'company' },
  rules: {
    admin: { read: 'all' },
    client: { read: 'company', needsBy: about },
    partner: { read: ['company', 'subclients'], needsBy: about },
    manager: { read: 'assigned' },
    head: { read: 'team' },
    accountant: { read: 'all' },
  },
})
