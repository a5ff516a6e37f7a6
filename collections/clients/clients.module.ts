import { defineModule } from '@/src/mechanisms/modules/defineModule'
import { companyPane } from './companies/company.pane'
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
import { addContact } from './contacts/contact.add.actions'
import { contactsOfClient } from './contacts/contact.pane'
import { applyPortalAccess } from './contacts/contact.actions'
import { contactSearch } from './contacts/contact.search'
import { companySearch } from './companies/company.search'
import { assignManager, setBranches } from './companies/company.actions'
import { sweepRegistrationsJob } from './companies/company.jobs'
import { contactBook } from './contacts/contactBook'
import { companyNotifications } from './companies/company.notifications'
import { companyFigures } from './companies/company.figures'
import { clientsWorkplace } from './companies/company.workplace'
import { clientBulks, clientsToServeList } from './companies/company.workplace.list'
import { companyRecord, companyTalk } from './companies/company.record'
import { contactRecord } from './contacts/contact.record'
import { contractorRecord } from './contractors/contractor.record'
import { addInteraction } from './interactions/interaction.actions'
import { interactions } from './interactions/interaction.collection'
import { interactionEvents } from './interactions/interaction.events'
import { remindersFigure } from './interactions/interaction.figures'
import { interactionNotifications } from './interactions/interaction.notifications'
import { interactionPane, interactionsOfClient } from './interactions/interaction.pane'
import { interactionRecord } from './interactions/interaction.record'
import { managerCard } from './companies/company.home'
import { subclientsCard } from './companies/company.subclients.home'
import { accessKeys } from './access-keys/access-key.collection'
import { meRoute } from './companies/company.front'

export const clientsModule = defineModule({
  slug: 'clients',
  label: { ru: 'Клиенты', en: 'Clients' },
  required: true,
  dependsOn: ['people', 'content'],
  collections: [branches, companies, contractors, contacts, interactions],
  entities: [accessKeys],
  ofMechanisms: ['access-keys'],
  parts: [
    meRoute,
    companyPane,
    managerCard,
    subclientsCard,
    companyRecord,
    ...companyTalk,
    contractorRecord,
    contactRecord,
    contractorEvents,
    contactEvents,
    companyEvents,
    branchResource,
    companyResource,
    contractorResource,
    contactResource,
    contactSearch,
    companySearch,
    applyPortalAccess,
    addContact,
    contactsOfClient,
    assignManager,
    setBranches,
    sweepRegistrationsJob,
    contactBook,
    ...companyNotifications,
    clientsWorkplace,
    clientsToServeList,
    ...clientBulks,
    ...companyFigures,
    interactionPane,
    interactionsOfClient,
    interactionRecord,
    interactionEvents,
    ...interactionNotifications,
    remindersFigure,
    addInteraction,
  ],
  capabilities: {
    'company.read': { ru: 'Видит карточку компании', en: 'Sees the company' },
  },
  nav: [{ href: '/company', label: { ru: 'Компания', en: 'Company' }, icon: 'company', order: 80 }],
})
