import type { PayloadRequest } from 'payload'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import { AppError } from '@/src/lib/errors'
import { isHeldFor } from '../access/heldFor'
import { idIs } from '../database/ids'
import { execute, query } from '../database/query'
import { defineAction, type ActionDeclaration } from '../actions/defineAction'
import { recordEvent } from '../events/recordEvent'
import './workflow.labels'
import { stateLabel, transitionsFrom, workflowOf, type GuardContext, type TransitionDeclaration, type Workflow } from './defineWorkflow'
import { everyone } from '../access/roles'

const input = z.object({
  entity: z.string().max(63),
  id: z.uuid(),
  transition: z.string().max(63),
  comment: z.string().trim().max(4_000).optional(),
})

type Input = z.output<typeof input>

/**
 * Moves one record along its workflow. The state is judged after the row lock, inside the
 * transaction, so of two people who press at once one is told that it is done already.
 * @throws AppError `workflow.unknown` 404, `workflow.notFrom` 409, `workflow.notBy` 403,
 *   `access.denied` 403, `workflow.commentNeeded` 422, or the guard's own code 409.
 */
export const transitionAction: ActionDeclaration<typeof input, { state: string }> = defineAction({
  name: 'workflow.transition',
  label: { ru: 'Изменено состояние', en: 'Changed a state' },
  input,
  may: [...everyone, 'erp'],
  lock: { entity: ({ entity }) => known(entity).entity, id: ({ id }) => id },
  run: ({ req, actor, input: call, row }) => move(known(call.entity), call, { req, actor, row, comment: call.comment }),
})

function known(entity: string): Workflow {
  const workflow = workflowOf(entity)
  if (!workflow) throw new AppError('workflow.unknown', {}, { status: 404 })
  return workflow
}

async function move(workflow: Workflow, call: Input, context: GuardContext): Promise<{ state: string }> {
  const transition = await judge(workflow, call.transition, context)
  const table = sql.raw(`"${workflow.entity.replace(/-/g, '_')}"`)
  const field = sql.raw(`"${workflow.field}"`)
  await execute(context.req, sql`update ${table} set ${field} = ${transition.to}, updated_at = now() where ${idIs(sql`id`, call.id)}`)
  await announce(workflow, transition, context)
  return { state: transition.to }
}

/**
 * Whether the locked row may go this way now.
 * @throws AppError as `transitionAction` does
 */
export async function judge(workflow: Workflow, name: string, context: GuardContext): Promise<TransitionDeclaration> {
  const transition = workflow.transitions[name]
  if (!transition) throw new AppError('workflow.unknown', {}, { status: 404 })
  const { row, actor } = context
  const state = String(row[workflow.field])
  if (!transition.by.includes(actor.role) && actor.role !== 'system') throw new AppError('workflow.notBy', {}, { status: 403 })
  if (!(await holds(context, transition))) throw new AppError('access.denied', {}, { status: 403 })
  if (!transition.from.includes(state)) throw await movedOn(context.req, workflow, row)
  if (transition.needs?.includes('comment') && !context.comment) {
    throw new AppError('workflow.commentNeeded', {}, { status: 422, field: 'comment' })
  }
  const refusal = await transition.guard?.(context)
  if (refusal) throw new AppError(refusal, {}, { status: 409 })
  return transition
}

const holds = ({ req, actor, row }: GuardContext, { capability }: TransitionDeclaration): Promise<boolean> =>
  capability === undefined ? Promise.resolve(true) : isHeldFor(req, actor, row.company_id ? String(row.company_id) : null, capability)

/** Transitions that this person may start from where the row stands, in the order of declaration. */
export async function transitionsFor(workflow: Workflow, context: GuardContext): Promise<string[]> {
  const names = transitionsFrom(workflow, String(context.row[workflow.field]), context.actor.role)
  const open = await Promise.all(names.map((name) => holds(context, workflow.transitions[name] as TransitionDeclaration))) // names are its keys
  return names.filter((_, index) => open[index])
}

/** The refusal for whoever comes second: in what state the locked row is by now, and who has brought it there. */
export async function movedOn(req: PayloadRequest, workflow: Workflow, row: Record<string, unknown>): Promise<AppError> {
  const state = String(row[workflow.field])
  const [last] = await query<{ by: string | null }>(
    req,
    sql`select actor_name as by from events where entity = ${workflow.entity} and entity_id = ${String(row.id)} and data ->> 'to' = ${state} order by created_at desc, id desc limit 1`,
  )
  return new AppError('workflow.notFrom', { state: stateLabel(workflow, state), by: last?.by || 'none' }, { status: 409 })
}

/** Records the event of a transition that was made and does what hangs on it. `row` is as it was before. */
export async function announce(workflow: Workflow, transition: TransitionDeclaration, context: GuardContext): Promise<void> {
  const { row, actor, req, comment } = context
  await recordEvent(req, {
    type: transition.event,
    entity: workflow.entity,
    entityId: String(row.id),
    company: row.company_id ? String(row.company_id) : null,
    actor,
    data: {
      from: String(row[workflow.field]),
      to: transition.to,
      number: String(row.number ?? ''),
      ...(comment ? { comment } : {}),
    },
  })
  await transition.after?.(context)
}
