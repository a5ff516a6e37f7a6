import type { CollectionBeforeChangeHook, FieldAccess } from 'payload'
import { actorOf } from '@/src/mechanisms/access/actor'

const idOf = (value: unknown): unknown => (value && typeof value === 'object' && 'id' in value ? value.id : value)

/**
 * Who may say whose client a company is: an administrator anybody's, a head only of the people
 * below. A manager does not give a client away, nor take one.
 */
export const mayDistribute: FieldAccess = async ({ req, data, siblingData }) => {
  const actor = await actorOf(req)
  if (actor.role === 'admin') return true
  if (actor.role !== 'head') return false
  const manager = idOf((siblingData ?? data)?.manager)
  return manager === undefined || (typeof manager === 'string' && actor.team.includes(manager))
}

/** A company that a manager or a head enters by hand is theirs until somebody distributes it. */
export const keepOwnClient: CollectionBeforeChangeHook = async ({ data, operation, req }) => {
  if (operation !== 'create' || data.manager) return data
  const actor = await actorOf(req)
  return actor.role === 'manager' || actor.role === 'head' ? { ...data, manager: actor.id } : data
}
