import { defineAccess } from '@/src/mechanisms/access/defineAccess'

export const orderLineAccess = defineAccess('order-lines', {
  anchors: { company: 'company' },
  rules: {
    // Lines are written by the checkout and by 1C alone: the order's sums stand upon them.
    admin: { read: 'all' },
    client: { read: 'company', needs: 'orders.read' },
    partner: { read: ['company', 'subclients'], needs: 'orders.read' },
    manager: { read: 'assigned' },
    head: { read: 'team' },
    accountant: { read: 'all' },
  },
})
