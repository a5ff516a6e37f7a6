import { defineAccess } from '@/src/mechanisms/access/defineAccess'

/**
 * Pictures of goods and of the company's own people: everyone who is signed in sees them, staff change them. A
 * photograph of a cabinet user is seen by themselves and by staff: it names somebody of some company.
 */
export const mediaAccess = defineAccess('media', {
  anchors: { user: 'person' },
  rules: {
    client: { read: ['nobodys', 'own'] },
    partner: { read: ['nobodys', 'own'] },
    employee: { read: ['nobodys', 'own'] },
    manager: { read: 'all', create: 'all' },
    head: { read: 'all', create: 'all' },
    accountant: { read: 'all', create: 'all' },
    editor: { read: 'all', create: 'all', update: 'all', delete: 'all' },
  },
})
