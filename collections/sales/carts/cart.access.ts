import { defineAccess } from '@/src/mechanisms/access/defineAccess'

export const cartAccess = defineAccess('carts', {
  anchors: { user: 'user', company: 'company' },
  rules: {
    client: { read: 'own' },
    partner: { read: 'own' },
    admin: { read: 'all' },
  },
})
