import { defineAccess } from '@/src/mechanisms/access/defineAccess'

/**
 * What people sent: written by the action of the form's page alone, read by the staff whom it concerns. Of somebody
 * without a company only administrators and editors read.
 */
export const submissionAccess = defineAccess('form-submissions', {
  anchors: { company: 'company' },
  rules: {
    admin: { read: 'all', delete: 'all' },
    editor: { read: 'all' },
    manager: { read: 'assigned' },
    head: { read: 'team' },
  },
})
