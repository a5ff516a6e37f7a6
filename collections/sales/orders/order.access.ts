import { defineAccess } from '@/src/mechanisms/access/defineAccess'

export const orderAccess = defineAccess('orders', {
  anchors: { company: 'company' },
  rules: {
    client: { read: 'company', needs: 'orders.read' },
    partner: { read: ['company', 'subclients'], needs: 'orders.read' },
    manager: { read: 'assigned', update: 'assigned' },
    head: { read: 'team', update: 'team' },
    accountant: { read: 'all' },
  },
})
