import { defineAccess } from '@/src/mechanisms/access/defineAccess'

/** What staff may put right in an order by hand; sums, state and ERP numbers have their own writers. */
const handled = [
  'wantedDate',
  'plannedDate',
  'warehouse',
  'deliveryMethod',
  'deliveryAddress',
  'paymentMethod',
  'branch',
]

export const orderAccess = defineAccess('orders', {
  anchors: { company: 'company' },
  rules: {
    // An order is placed in the cabinet or comes from 1C: typed here it would have no lines. It is cancelled, not deleted.
    admin: { read: 'all', update: 'all', writes: handled },
    client: { read: 'company', needs: 'orders.read' },
    partner: { read: ['company', 'subclients'], needs: 'orders.read' },
    manager: { read: 'assigned', update: 'assigned', writes: handled },
    head: { read: 'team', update: 'team', writes: handled },
    accountant: { read: 'all' },
  },
})
