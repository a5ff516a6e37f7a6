import { defineAccess } from '@/src/mechanisms/access/defineAccess'

export const accessKeyAccess = defineAccess('access-keys', {
  anchors: { user: 'user' },
  rules: { client: { read: 'own' }, partner: { read: 'own' }, admin: { read: 'all' } },
})
