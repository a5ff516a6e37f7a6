import { defineAccess } from '@/src/mechanisms/access/defineAccess'

export const staffAccess = defineAccess('staff', {
  anchors: { staff: 'id' },
  rules: {
    manager: { read: 'all', update: 'ownStaff' },
    head: { read: 'all', update: 'ownStaff' },
    accountant: { read: 'all', update: 'ownStaff' },
    editor: { read: 'all', update: 'ownStaff' },
  },
})
