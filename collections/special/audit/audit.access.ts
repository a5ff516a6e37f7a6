import { defineAccess } from '@/src/mechanisms/access/defineAccess'

export const auditAccess = defineAccess('audit', {
  rules: {
    admin: { read: 'all' },
  },
})
