import { defineAccess } from '@/src/mechanisms/access/defineAccess'

/** What a manager keeps in order; figures are the ERP's, the state its workflow's, distribution is the head's. */
const managed = ['name', 'legalName', 'inn', 'kpp', 'phone', 'email', 'address', 'accessKeys']

export const companyAccess = defineAccess('companies', {
  anchors: { company: 'id' },
  rules: {
    client: { read: 'company' },
    partner: { read: ['company', 'subclients'] },
    manager: { read: 'assigned', update: 'assigned', create: 'all', writes: managed },
    head: {
      read: 'team',
      update: 'team',
      create: 'all',
      writes: [...managed, 'manager', 'branches', 'partner', 'priceType'],
    },
    accountant: { read: 'all' },
  },
})
