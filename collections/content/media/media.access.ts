import { defineAccess } from '@/src/mechanisms/access/defineAccess'

/** Pictures of goods and people: everyone who is signed in sees them, staff change them. */
export const mediaAccess = defineAccess('media', {
  rules: {
    client: { read: 'all' },
    partner: { read: 'all' },
    employee: { read: 'all' },
    manager: { read: 'all', create: 'all' },
    head: { read: 'all', create: 'all' },
    accountant: { read: 'all', create: 'all' },
    editor: { read: 'all', create: 'all', update: 'all', delete: 'all' },
  },
})
