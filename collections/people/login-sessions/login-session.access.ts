import { defineAccess } from '@/src/mechanisms/access/defineAccess'

export const loginSessionAccess = defineAccess('login-sessions', {
  anchors: { user: 'user' },
  rules: {
    client: { read: 'own' },
    partner: { read: 'own' },
    employee: { read: 'own' },
    admin: { read: 'all' },
  },
})
