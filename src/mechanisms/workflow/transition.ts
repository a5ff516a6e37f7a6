import type { PayloadRequest } from 'payload'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import { AppError } from '@/src/lib/errors'
import type { Actor } from '../access/actor'
import { companyOfRow } from '../access/companyOfRow'
import { isHeldFor } from '../access/heldFor'
import { everyone } from '../access/roles'
import { defineAction, PRESS_SECONDS, type ActionDeclaration } from '../actions/defineAction'
import { runAction } from '../actions/runAction'
import { writeComment } from '../comments/writeComment'
import { selectFrom } from '../database/selectFrom'
import type { EventsHolding } from '../events/defineEvents'
import { recordEvent } from '../events/recordEvent'
import './workflow.labels'
import { stateLabel, stateOf, workflowFor, workflowsOf, type Transition, type Workflow } from './defineWorkflow'
import { transitionInput, checkNeeds, type TransitionInput, type TransitionValues } from './needs'
import type { GuardContext, RowContext } from './rowContext'
import { setState } from './setState'
import type { TransitionData } from './transitionData'

const input = z.object({
  entity: z.string().max(63),
  id: z.uuid(),
  transition: z.string().max(63),
  ...transitionInput.shape,
})

/**
 * Moves one record along its workflow. The state is judged after the row lock, inside the
 * transaction, so of two people who press at once one is told that it is done already.
 * @throws AppError `workflow.unknown` 404, `workflow.notFrom` 409, `workflow.notBy` 403,
 *   `access.denied` 403, what `checkNeeds` throws, or the guard's own code 409.
 */
export const transitionAction: ActionDeclaration<typeof input, { state: string }> = defineAction({
  name: 'workflow.transition',
  label: { ru: 'Изменено состояние', en: 'Changed a state' },
  input,
  may: [...everyone, 'erp'],
  // Elsewhere the second press finds the record moved; where it stays, it is the first one once more.
  pressSeconds: ({ entity, transition }) => (mayStay(entity, transition) ? PRESS_SECONDS : undefined),
  lock: { entity: ({ entity }) => known(entity), id: ({ id }) => id },
  run: async ({ req, actor, input: call, row }) => {
    const workflow = workflowFor(call.entity, row)
    if (!workflow) throw new AppError('workflow.unknown', {}, { status: 404 })
    return makeTransition(workflow, call.transition, { req, actor, row, comment: call.comment }, { given: call })
  },
})

function known(entity: string): string {
  if (workflowsOf(entity).length === 0) throw new AppError('workflow.unknown', {}, { status: 404 })
  return entity
}

const mayStay = (entity: string, name: string): boolean =>
  workflowsOf(entity).some(({ transitions }) => transitions[name]?.from.includes(transitions[name].to))

type More = {
  given?: TransitionInput
  /** Columns that whoever calls sets along with the state. */
  set?: Record<string, unknown>
  /** What the event tells beside the states. */
  data?: Record<string, unknown>
}

/**
 * The transition of a row that the caller has locked: judged, written with what came along, announced.
 * @throws AppError as `transitionAction` does
 */
export async function makeTransition(
  workflow: Workflow,
  name: string,
  context: GuardContext,
  { given: call = { comment: context.comment }, set = {}, data = {} }: More = {},
): Promise<{ state: string }> {
  const { transition, values } = await checkTransition(workflow, name, context, call)
  await setState(context.req, workflow, context.row, transition.to, { ...values.set, ...set })
  await recordTransition(workflow, transition, context, { values, data })
  return { state: transition.to }
}

/**
 * Whether the locked row may go this way now, with what was given.
 * @throws AppError as `transitionAction` does
 */
export async function checkTransition(
  workflow: Workflow,
  name: string,
  context: GuardContext,
  call: TransitionInput = { comment: context.comment },
): Promise<{ transition: Transition; values: TransitionValues }> {
  const transition = workflow.transitions[name]
  if (!transition) throw new AppError('workflow.unknown', {}, { status: 404 })
  if (!(await isBy(context, transition))) throw new AppError('workflow.notBy', {}, { status: 403 })
  if (!(await holds(workflow, context, transition))) throw new AppError('access.denied', {}, { status: 403 })
  if (!transition.from.includes(stateOf(workflow, context.row)))
    throw await staleStateError(context.req, workflow, context.row)
  const values = await checkNeeds(transition.needs, context, call)
  const refusal = await transition.guard?.(context)
  if (refusal) throw new AppError(refusal, {}, { status: 409 })
  return { transition, values }
}

/** Whether it is this person's step: by their role, or because the row names them. */
async function isBy(context: RowContext, { by }: Transition): Promise<boolean> {
  if (context.actor.role === 'system') return true
  for (const who of by) if (typeof who === 'string' ? who === context.actor.role : await who.is(context)) return true
  return false
}

const holds = ({ entity }: Workflow, { req, actor, row }: RowContext, { capability }: Transition): Promise<boolean> =>
  capability === undefined ? Promise.resolve(true) : isHeldFor(req, actor, companyOfRow(entity, row), capability)

/** Transitions that this person may start from where the row stands, in the order of declaration. */
export async function transitionsFor(workflow: Workflow, context: RowContext): Promise<string[]> {
  const state = stateOf(workflow, context.row)
  const ways = Object.entries(workflow.transitions).filter(([, transition]) => transition.from.includes(state))
  const open = await Promise.all(
    ways.map(
      async ([, transition]) => (await isBy(context, transition)) && (await holds(workflow, context, transition)),
    ),
  )
  return ways.flatMap(([name], place) => (open[place] ? [name] : []))
}

/** The transition by which this person brings the row to a state; undefined when there is none. */
export async function transitionTo(
  workflow: Workflow,
  context: RowContext,
  state: string,
): Promise<string | undefined> {
  const names = await transitionsFor(workflow, context)
  return names.find((name) => workflow.transitions[name]?.to === state)
}

type Brought = { entity: string; state: string; comment?: string }

/**
 * Brings a record to the state that 1C says, by the transition of the ERP that leads there.
 * @returns whether it moved
 * @throws AppError `workflow.noWay` 409 when there is none from where the record stands
 */
export async function bringTo(
  { req, actor }: { req: PayloadRequest; actor: Actor },
  row: Record<string, unknown> & { id: string },
  { entity, state, comment }: Brought,
): Promise<boolean> {
  const workflow = workflowFor(entity, row)
  if (!workflow || stateOf(workflow, row) === state) return false
  const name = await transitionTo(workflow, { req, actor, row }, state)
  if (!name)
    throw new AppError(
      'workflow.noWay',
      { from: stateLabel(workflow, stateOf(workflow, row)), to: stateLabel(workflow, state) },
      { status: 409, field: workflow.field },
    )
  const asks = workflow.transitions[name]?.needs?.comment
  const said = comment ?? (asks && !asks.optional ? 'Изменено в 1С' : undefined)
  await runAction(transitionAction, { req, input: { entity, id: row.id, transition: name, comment: said }, as: actor })
  return true
}

/** The refusal for whoever comes second: in what state the locked row is by now, and who has brought it there. */
export async function staleStateError(
  req: PayloadRequest,
  workflow: Workflow,
  row: Record<string, unknown>,
): Promise<AppError> {
  const state = stateOf(workflow, row)
  const [last] = await selectFrom(
    req,
    'events',
    { by: 'actor_name' },
    sql`where entity = ${workflow.entity} and entity_id = ${String(row.id)} and data ->> 'to' = ${state} order by created_at desc, id desc limit 1`,
  )
  return new AppError(
    'workflow.notFrom',
    { state: stateLabel(workflow, state), by: last?.by || 'none' },
    { status: 409 },
  )
}

type Recorded = { values?: TransitionValues; data?: Record<string, unknown> }

/** Records the event of a transition that was made and does what hangs on it. `row` is as it was before. */
export async function recordTransition(
  workflow: Workflow,
  transition: Transition,
  context: GuardContext,
  { values, data = {} }: Recorded = {},
): Promise<void> {
  const { row, actor, req, comment } = context
  const [id, company, number] = [String(row.id), companyOfRow(workflow.entity, row), String(row.number ?? '')]
  const files = values?.files ?? []
  if (files.length > 0 && company)
    await writeComment(req, actor, {
      entity: workflow.entity,
      entityId: id,
      number,
      company,
      body: comment ?? '',
      files,
    })
  if (transition.event)
    await recordEvent(req, {
      // What its event holds beside this is in `data`: whoever makes such a transition gives it.
      type: transition.event as EventsHolding<TransitionData>,
      entity: workflow.entity,
      entityId: id,
      company,
      actor,
      ...(transition.internal ? { internal: true } : {}),
      data: {
        from: stateOf(workflow, row),
        to: transition.to,
        number,
        ...(comment ? { comment } : {}),
        ...(files.length > 0 ? { files: files.length } : {}),
        ...(values?.signed ? { signed: values.signed } : {}),
        ...(await transition.tells?.(context)),
        ...data,
      },
    })
  await transition.after?.(context)
}
