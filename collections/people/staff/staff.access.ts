import type { FieldAccess } from 'payload'
import { actorOf } from '@/src/mechanisms/access/actor'
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

/** Rights, and who works under whom, are the administrator's alone. */
export const adminOnly: FieldAccess = async ({ req }) => (await actorOf(req)).role === 'admin'
