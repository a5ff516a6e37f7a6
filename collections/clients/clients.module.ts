import { defineModule } from '@/src/mechanisms/modules/defineModule'
import { contractorEvents } from './contractors/contractor.events'
import { contactEvents } from './contacts/contact.events'
import { companyEvents } from './companies/company.events'
import { branches } from './branches/branch.collection'
import { branchResource } from './branches/branch.exchange'
import { companies } from './companies/company.collection'
import { companyResource } from './companies/company.exchange'
import { contacts } from './contacts/contact.collection'
import { contactResource } from './contacts/contact.exchange'
import { contractors } from './contractors/contractor.collection'
import { contractorResource } from './contractors/contractor.exchange'
import { applyPortalAccess } from './contacts/contact.actions'
import { contactSearch } from './contacts/contact.search'
import { companySearch } from './companies/company.search'
import { assignManager, setBranches } from './companies/company.actions'
import { companyNotifications } from './companies/company.notifications'

export const clientsModule = defineModule({
  slug: 'clients',
  label: { ru: 'Клиенты', en: 'Clients' },
  required: true,
  dependsOn: ['people'],
  collections: [branches, companies, contractors, contacts],
  parts: [
    contractorEvents,
    contactEvents,
    companyEvents,
    branchResource, companyResource, contractorResource, contactResource, contactSearch, companySearch, applyPortalAccess,
    assignManager, setBranches, ...companyNotifications,
  ],
  nav: [{ href: '/company', label: { ru: 'Компания', en: 'Company' }, icon: 'company', order: 80 }],
})
