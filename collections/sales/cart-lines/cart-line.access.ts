import { defineAccess } from '@/src/mechanisms/access/defineAccess'

export const cartLineAccess = defineAccess('cart-lines', {
  anchors: { user: 'user' },
  rules: {
    client: { read: 'own' },
    partner: { read: 'own' },
    admin: { read: 'all' },
  },
})
