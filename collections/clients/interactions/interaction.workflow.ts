import { sql } from '@payloadcms/db-postgres/drizzle'
import { execute } from '@/src/mechanisms/database/query'
import { staffWithClients } from '@/src/mechanisms/access/roles'
import { defineWorkflow } from '@/src/mechanisms/workflow/defineWorkflow'
import { interactionLabels } from './interaction.labels'
import { remindedNow, reminderOf } from './reminderOf'

const { states, fields } = interactionLabels
const when = { remindAt: { type: 'moment', label: fields.remindAt } } as const

/** A record without a reminder is only kept; one with it waits for its hour, falls due and is ticked off. */
export const interactionWorkflow = defineWorkflow({
  entity: 'interactions',
  initial: ['kept', 'planned'],
  states: {
    kept: { label: states.kept, tone: 'idle' },
    planned: { label: states.planned, tone: 'wait', step: 0, deadline: { field: 'remindAt', then: 'remind' } },
    due: { label: states.due, tone: 'run', step: 1 },
    done: { label: states.done, tone: 'good', step: 2 },
  },
  transitions: {
    finish: {
      label: { ru: 'Сделано', en: 'Done' },
      from: ['planned', 'due'],
      to: 'done',
      by: staffWithClients,
      event: 'interaction.done',
      internal: true,
      tone: 'main',
    },
    postpone: {
      label: { ru: 'Отложить', en: 'Put off' },
      from: ['due'],
      to: 'planned',
      by: staffWithClients,
      needs: { fields: when },
      event: 'interaction.planned',
      internal: true,
    },
    move: {
      label: { ru: 'Перенести', en: 'Move' },
      from: ['planned'],
      to: 'planned',
      by: staffWithClients,
      needs: { fields: when },
      event: 'interaction.planned',
      internal: true,
    },
    plan: {
      label: { ru: 'Напомнить', en: 'Remind' },
      from: ['kept', 'done'],
      to: 'planned',
      by: staffWithClients,
      needs: { fields: when },
      event: 'interaction.planned',
      internal: true,
      // Whoever sets it is reminded, where nobody else is named.
      after: ({ req, actor, row }) =>
        execute(
          req,
          sql`update interactions set assignee_id = ${actor.id} where id = ${String(row.id)}::uuid and assignee_id is null and ${actor.collection === 'staff'}`,
        ),
    },
    remind: {
      label: { ru: 'Напоминание', en: 'Reminder' },
      from: ['planned'],
      to: 'due',
      by: ['system'],
      event: 'interaction.due',
      internal: true,
      tells: reminderOf,
      // It stands on «Сегодня» of the one who was told.
      after: async ({ req, row }) => {
        const id = String(row.id)
        await execute(
          req,
          sql`update interactions set assignee_id = ${await remindedNow(req, id)}::uuid where id = ${id}::uuid`,
        )
      },
    },
  },
})
