import { defineAccess } from '@/src/mechanisms/access/defineAccess'

/**
 * What people sent: written by the action of the form's page alone, read by the staff who answer for the client.
 * What comes of somebody who has not signed in is the administrators' and the editors'; others have it by the form's letters.
 */
export const submissionAccess = defineAccess('form-submissions', {
  anchors: { company: 'company', user: 'user' },
  rules: {
    admin: { read: 'all', delete: 'all' },
    manager: { read: 'assigned' },
    head: { read: 'team' },
    editor: { read: 'nobodys' },
  },
})
