import { defineAccess } from '@/src/mechanisms/access/defineAccess'

export const notificationAccess = defineAccess('notifications', {
  anchors: { user: 'user', staff: 'staff', company: 'company' },
  rules: {
    // What was told of a company goes with the access to it.
    client: { read: 'ownHere' },
    partner: { read: 'ownHere' },
    employee: { read: 'ownHere' },
    manager: { read: 'ownStaff' },
    head: { read: 'ownStaff' },
    accountant: { read: 'ownStaff' },
    editor: { read: 'ownStaff' },
    admin: { read: 'all' },
  },
})
