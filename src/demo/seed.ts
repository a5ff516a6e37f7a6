import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { refreshProductSearch } from '@/collections/catalogue/products/searchDocuments'
import { inTransaction } from '@/src/mechanisms/database/transaction'
import { seedGroups } from './catalogue/groups'
import { seedPrices, seedStocks, seedWarehouses } from './catalogue/prices'
import { seedProducts } from './catalogue/products'
import { seedUnits } from './catalogue/units'
import { seedCarts } from './carts'
import { clockAt } from './clock'
import { seedBranches, seedCompanies } from './companies'
import { seedContracts } from './contracts'
import { seedDocumentRequests } from './documentRequests'
import { seedCompanyTalk } from './companyTalk'
import { seedDocuments } from './documents'
import { seedForms } from './forms'
import { seedFiles } from './documentFiles'
import { seedExchange } from './exchange'
import { seedInteractions } from './interactions'
import { seedListViews } from './listViews'
import { seedComments } from './messages'
import { seedNode } from './node'
import { seedNotifications } from './notifications'
import { seedHistory } from './orderHistory'
import { seedOrders } from './orders'
import { seedUsers } from './people'
import { seedPictures } from './pictures'
import { seedPriceTypes } from './priceTypes'
import { seedReconciliations } from './reconciliations'
import { seedSite } from './site'
import { seedStaff } from './staff'
import { seedStatement } from './statement'
import { seedTemplates } from './templates'

/**
 * Fills an empty database with the demo company, whole or not at all. Does nothing where somebody
 * works already.
 */
export async function seedDemo(payload: Payload): Promise<void> {
  const { totalDocs } = await payload.count({ collection: 'staff' })
  if (totalDocs > 0) return
  const req = await createLocalReq({}, payload)
  await inTransaction(req, () => fill(req))
}

async function fill(req: PayloadRequest): Promise<void> {
  const clock = clockAt(new Date())
  const source = await seedNode(req, clock)
  const staff = await seedStaff(req)
  const prices = await seedPriceTypes(req, source)
  const branches = await seedBranches(req, source)
  const companies = await seedCompanies(req, { source, staff, prices, branches })
  const users = await seedUsers(req, companies, source)
  await seedInteractions(req, { companies, staff, clock })
  await seedSite(req)
  await seedForms(req, { users, companies })

  await seedUnits(req)
  const warehouses = await seedWarehouses(req, branches, source)
  const groups = await seedGroups(req, source)
  const skus = await seedProducts(req, { source, groups, pictures: await seedPictures(req) })
  await seedPrices(req, skus, prices, source)
  await seedStocks(req, skus, warehouses, source)
  await refreshProductSearch(req)

  const contracts = await seedContracts(req, { clock, source, companies, prices })
  const orders = await seedOrders(req, { clock, source, companies, contracts, users, skus, warehouses })
  await seedCarts(req, { companies, users, skus })
  await seedListViews(req, { companies, users })
  await seedHistory(req, orders, { staff, source })
  const documents = await seedDocuments(req, { orders, clock, source })
  await seedDocumentRequests(req, { documents, users, clock })
  const entries = await seedStatement(req, { documents, companies, clock, source })
  const company = companies.stroygrad
  const acts = await seedReconciliations(req, {
    company,
    contract: contracts.stroygrad ?? null,
    entries,
    clock,
    source,
  })

  const talks = await seedComments(req, { orders, users, staff, clock })
  await seedCompanyTalk(req, { company, users, staff, clock })
  await seedNotifications(req, { orders, documents, talks, users, staff, source })
  await seedExchange(req, { clock, source, orders })
  await seedFiles(req, { documents, acts, entries, company })
  await seedTemplates(req, { users, company, admin: staff.admin.id })
}
