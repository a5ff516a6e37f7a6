import { defineAccess } from '@/src/mechanisms/access/defineAccess'

/**
 * What people sent: written by the action of the form's page alone, read by the staff who answer for the client.
 * What comes of somebody without a company is the administrators'; others have it by the form's letters.
 */
export const submissionAccess = defineAccess('form-submissions', {
  anchors: { company: 'company' },
  rules: {
    admin: { read: 'all', delete: 'all' },
    manager: { read: 'assigned' },
    head: { read: 'team' },
  },
})
