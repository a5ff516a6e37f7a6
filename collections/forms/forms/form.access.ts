import { defineAccess } from '@/src/mechanisms/access/defineAccess'

/** Forms are edited by those who edit the portal; people see them by their pages, never as records. */
export const formAccess = defineAccess('forms', {
  rules: {
    editor: { read: 'all', create: 'all', update: 'all', delete: 'all' },
    manager: { read: 'all' },
    head: { read: 'all' },
    accountant: { read: 'all' },
  },
})
