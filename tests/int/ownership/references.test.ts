import { expect, it } from 'vitest'
import { filesOf, forgottenBy, isOwned, referencesTo } from '@/src/mechanisms/ownership/ownedFields'
import { getTestPayload } from '@/tests/support/payload'

/** Whoever adds a record of a company that names another one says what becomes of it when that one changes hands. */
it('everything that hangs under a record of a company is known to follow, to lose the link or to be removed', async () => {
  const { config } = await getTestPayload()
  const owned = config.collections.map(({ slug }) => slug).filter((slug) => isOwned(config, slug))
  const under = owned.flatMap((to) =>
    referencesTo(config, to).map(({ table, column, whenMoved }) => `${to}: ${table}.${column} ${whenMoved}`),
  )
  expect(under.sort()).toEqual([
    'contacts: interactions.contact_id unlink',
    'contractors: contracts.contractor_id unlink',
    'contractors: document_requests.contractor_id unlink',
    'contractors: documents.contractor_id unlink',
    'contractors: orders.contractor_id unlink',
    'contracts: accounts.contract_id follow',
    'contracts: contracts.parent_id follow',
    'contracts: documents.contract_id unlink',
    'contracts: orders.contract_id unlink',
    'contracts: schedule_lines.contract_id follow',
    'documents: document_requests.document_id remove',
    'documents: document_requests.result_id unlink',
    'events: notifications.event_id follow',
    'orders: documents.order_id follow',
    'orders: order_lines.order_id follow',
    'orders: orders.split_from_id unlink',
  ])
  expect(owned.flatMap((slug) => filesOf(config, slug).map(({ column }) => `${slug}.${column}`)).sort()).toEqual([
    'contracts.file_id',
    'documents.file_id',
  ])
  expect(owned.flatMap((slug) => forgottenBy(config, slug).map((column) => `${slug}.${column}`)).sort()).toEqual([
    'documents.answer',
    'documents.answer_note',
    'documents.answered_at',
    'documents.seen_at',
    'orders.author_id',
    'orders.branch_id',
    'orders.client_reference',
    'orders.comment',
    'orders.delivery_address',
    'orders.unsent_since',
  ])
})
