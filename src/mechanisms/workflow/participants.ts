import type { Text } from '@/src/lib/i18n'
import { isHeldFor } from '../access/heldFor'
import { columnOf } from '../database/tableOf'
import type { RowContext } from './rowContext'

/** Somebody whom the record names, rather than everyone of a role. Whoever it is must be able to see the record. */
export type Participant = {
  /** Who that is, as people are told whom a record waits for: «автор», «руководитель отдела». */
  label: Text
  is: (context: RowContext) => boolean | Promise<boolean>
}

type Field = { field: string; of: 'users' | 'staff' }

const named = ({ row }: RowContext, field: string): string | null => {
  const id = row[`${columnOf(field)}_id`]
  return id === null || id === undefined ? null : String(id)
}

/** The person in a field of the record: its author, the employee it is assigned to. */
export const personIn = ({ field, of }: Field, label: Text): Participant => ({
  label,
  is: (context) => context.actor.collection === of && named(context, field) === context.actor.id,
})

/** The head of the employee in a field of the record, at whatever height above. */
export const supervisorOf = (field: string, label: Text): Participant => ({
  label,
  is: (context) => {
    const id = named(context, field)
    return id !== null && id !== context.actor.id && context.actor.team.includes(id)
  },
})

/** Whoever of the record's company (or of the partner who leads it) holds the capability. */
export const holderOf = (capability: string, label: Text): Participant => ({
  label,
  is: async (context) =>
    context.actor.collection === 'users' &&
    (await isHeldFor(context.req, context.actor, named(context, 'company'), capability)),
})
