import { defineAccess } from '@/src/mechanisms/access/defineAccess'

/** An administrator's; a version that was uploaded is never rewritten nor removed, for papers were printed from it. */
export const printTemplateAccess = defineAccess('print-templates', {
  rules: { admin: { read: 'all', create: 'all' } },
})
