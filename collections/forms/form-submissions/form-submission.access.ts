import { defineAccess } from '@/src/mechanisms/access/defineAccess'

/**
 * What people sent: written by the action of the form's page alone. Personal data: administrators and editors, who make
 * the forms, read all of it; managers and heads what their own clients sent; accountants and clients none.
 */
export const submissionAccess = defineAccess('form-submissions', {
  anchors: { company: 'company', user: 'user' },
  rules: {
    admin: { read: 'all', delete: 'all' },
    manager: { read: 'assigned' },
    head: { read: 'team' },
    editor: { read: 'all' },
  },
})
