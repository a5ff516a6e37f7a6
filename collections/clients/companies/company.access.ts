import { defineAccess } from '@/src/mechanisms/access/defineAccess'

export const companyAccess = defineAccess('companies', {
  anchors: { company: 'id' },
  rules: {
    client: { read: 'company' },
    partner: { read: ['company', 'subclients'] },
    manager: { read: 'assigned', update: 'assigned', create: 'all' },
    head: { read: 'team', update: 'team', create: 'all' },
    accountant: { read: 'all' },
  },
})
