import { defineAccess } from '@/src/mechanisms/access/defineAccess'

/** Of what was said, words may be mended; whom and when to remind is the workflow's, whose it is stays. */
const writes = ['body', 'outcome', 'nextStep', 'at', 'contact']

/** Colleagues' own: no client sees them. Whoever is to be reminded reads the record whosever client it is. */
export const interactionAccess = defineAccess('interactions', {
  anchors: { company: 'company', staff: 'assignee' },
  rules: {
    admin: { read: 'all', update: 'all', delete: 'all' },
    manager: { read: ['assigned', 'ownStaff'], update: ['assigned', 'ownStaff'], writes },
    head: { read: ['team', 'ownStaff'], update: ['team', 'ownStaff'], writes },
    accountant: { read: 'all' },
  },
})
