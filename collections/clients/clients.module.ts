import { defineModule } from '@/src/mechanisms/modules/defineModule'
import { branches } from './branches/branch.collection'
import { companies } from './companies/company.collection'
import { contacts } from './contacts/contact.collection'
import { contractors } from './contractors/contractor.collection'

export const clientsModule = defineModule({
  slug: 'clients',
  label: { ru: 'Клиенты', en: 'Clients' },
  required: true,
  dependsOn: ['people'],
  collections: [branches, companies, contractors, contacts],
  nav: [{ href: '/company', label: { ru: 'Компания', en: 'Company' }, order: 80 }],
})
