import { defineAccess, type Rule } from '@/src/mechanisms/access/defineAccess'
import { listNeeds } from '@/src/mechanisms/lists/defineList'

/** One's own, and what is shown to one's company of the lists that one may open there. */
const own: Rule = { read: ['ownHere', 'company'], needsBy: { field: 'list', capabilities: listNeeds } }

export const listViewAccess = defineAccess('list-views', {
  anchors: { user: 'user', company: 'company' },
  rules: { client: own, partner: own, admin: { read: 'all' } },
})
