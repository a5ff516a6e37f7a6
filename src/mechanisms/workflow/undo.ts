import { sql } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import { addErrorLabels, type CodesOf } from '@/src/lib/error-labels'
import { AppError } from '@/src/lib/errors'
import type { Actor } from '../access/actor'
import { companyOfRow } from '../access/companyOfRow'
import { defineAction } from '../actions/defineAction'
import { lockRow } from '../actions/lockRow'
import { query, type Runner } from '../database/query'
import type { EventsHolding } from '../events/defineEvents'
import { recordEvent } from '../events/recordEvent'
import { setState } from './setState'
import { stateOf, workflowFor, workflowsOf, type Workflow } from './defineWorkflow'
import type { TransitionData } from './transitionData'
import { everyStaff } from '../access/roles'

const errorWords = addErrorLabels({
  'workflow.noUndo': {
    ru: 'Это уже не отменить: прошло больше {minutes} минут, или после вас что-то изменилось',
    en: 'This cannot be undone any more: more than {minutes} minutes have passed, or something has changed since',
  },
})

declare module '@/src/lib/errors' {
  interface ErrorCodes extends CodesOf<typeof errorWords> {}
}

/** How long whoever moved a record may take the step back. */
export const UNDO_MINUTES = 15

/**
 * Takes back the last step of a record, by whoever made it, while nothing has happened since.
 * @throws AppError `workflow.unknown` 404, `workflow.noUndo` 409, `entity.notFound` 404
 */
export const undoTransition = defineAction({
  name: 'workflow.undo',
  label: { ru: 'Возвращено прежнее состояние', en: 'Undid a change of state' },
  input: z.object({ entity: z.string().max(63), id: z.uuid() }),
  may: everyStaff,
  run: async ({ req, actor, input: { entity, id } }): Promise<{ state: string }> => {
    if (workflowsOf(entity).length === 0) throw new AppError('workflow.unknown', {}, { status: 404 })
    const row = await lockRow(req, actor, { entity, id: () => id }, {})
    const workflow = workflowFor(entity, row)
    if (!workflow) throw new AppError('workflow.unknown', {}, { status: 404 })
    const state = stateOf(workflow, row)
    const step = await lastStep(req, actor, workflow, { id, state })
    if (!step) throw new AppError('workflow.noUndo', { minutes: UNDO_MINUTES }, { status: 409 })
    await setState(req, workflow, row, step.from)
    await recordEvent(req, {
      type: step.event,
      entity,
      entityId: id,
      company: companyOfRow(entity, row),
      actor,
      data: { from: state, to: step.from, number: String(row.number ?? ''), undone: true },
    })
    return { state: step.from }
  },
})

/** The step that the person may take back now: where it leads and the event that tells of it; null when there is none. */
export async function lastStep(
  runner: Runner,
  actor: Actor,
  workflow: Workflow,
  { id, state }: { id: string; state: string },
): Promise<{ from: string; event: EventsHolding<TransitionData> } | null> {
  if (actor.collection !== 'staff') return null
  const [last] = await query<{ type: string; from: string; to: string; mine: boolean }>(
    runner,
    sql`select e.type, e.data->>'from' as "from", e.data->>'to' as "to",
               e.actor_collection = ${actor.collection} and e.actor_id = ${actor.id} and e.created_at > now() - make_interval(mins => ${UNDO_MINUTES}) as mine
        from events e where e.entity = ${workflow.entity} and e.entity_id = ${id} and e.data->>'to' is not null order by e.created_at desc, e.id desc limit 1`,
  )
  if (!last?.mine || last.to !== state || !(last.from in workflow.states)) return null
  const made = Object.values(workflow.transitions).find(
    ({ event, to, from }) => event === last.type && to === state && from.includes(last.from),
  )
  return made?.undo ? { from: last.from, event: made.undo } : null
}
