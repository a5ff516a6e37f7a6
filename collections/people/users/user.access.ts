import type { FieldAccess } from 'payload'
import { actorOf } from '@/src/mechanisms/access/actor'
import { defineAccess } from '@/src/mechanisms/access/defineAccess'

export const userAccess = defineAccess('users', {
  anchors: { user: 'id', company: 'company' },
  rules: {
    client: { read: 'own', update: 'own' },
    partner: { read: 'own', update: 'own' },
    employee: { read: 'own', update: 'own' },
    manager: { read: 'assigned', update: 'assigned' },
    head: { read: 'team', update: 'team' },
    accountant: { read: 'all' },
  },
})

/** What a person may not give themselves: their kind, their company, their access. */
export const staffOnly: FieldAccess = async ({ req }) => ['admin', 'manager', 'head'].includes((await actorOf(req)).role)
