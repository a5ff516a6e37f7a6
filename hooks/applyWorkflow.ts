import type { CollectionAfterChangeHook, CollectionBeforeChangeHook, CollectionConfig, PayloadRequest } from 'payload'
import { AppError } from '@/src/lib/errors'
import { actorOf, system } from '@/src/mechanisms/access/actor'
import { lockRow } from '@/src/mechanisms/actions/lockRow'
import {
  stateLabel,
  stateOf,
  workflowFor,
  type Transition,
  type Workflow,
} from '@/src/mechanisms/workflow/defineWorkflow'
import type { GuardContext } from '@/src/mechanisms/workflow/rowContext'
import { momentsOf } from '@/src/mechanisms/workflow/setState'
import { recordTransition, checkTransition, staleStateError, transitionTo } from '@/src/mechanisms/workflow/transition'

type Move = { workflow: Workflow; transition: Transition; context: GuardContext }

/**
 * Keeps a collection on its workflow whatever writes to it through Payload: a record begins in an initial state,
 * and a changed state is one declared transition, judged under the row's lock and announced like any other (event,
 * notifications, change feed). A comment travels in `req.context.comment`.
 * @throws AppError `workflow.notFrom` 409 when no transition leads there, `workflow.notInitial` 409; else as `transitionAction` does
 */
export function applyWorkflow(
  workflow: Workflow,
): Pick<NonNullable<CollectionConfig['hooks']>, 'beforeChange' | 'afterChange'> {
  const moves = new WeakMap<PayloadRequest, Map<string, Move>>()

  const before: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
    const to: unknown = data[workflow.field]
    if (operation === 'create') {
      if (to !== undefined && !workflow.initial.includes(String(to)))
        throw new AppError('workflow.notInitial', { state: stateLabel(workflow, String(to)) }, { status: 409 })
      return data
    }
    if (to === undefined || to === originalDoc?.[workflow.field]) return data
    const id = String(originalDoc?.id)
    const move = await moveTo(workflow, id, String(to), req)
    moves.set(req, (moves.get(req) ?? new Map<string, Move>()).set(id, move))
    return { ...data, ...momentsOf(move.workflow, stateOf(move.workflow, move.context.row), String(to)) }
  }

  const after: CollectionAfterChangeHook = async ({ doc, req }) => {
    const move = moves.get(req)?.get(String(doc.id))
    if (!move) return doc
    moves.get(req)?.delete(String(doc.id))
    await recordTransition(move.workflow, move.transition, move.context)
    return doc
  }

  return { beforeChange: [before], afterChange: [after] }
}

async function moveTo({ entity, ...declared }: Workflow, id: string, to: string, req: PayloadRequest): Promise<Move> {
  const actor = req.user ? await actorOf(req) : system
  const row = await lockRow(req, actor, { entity, id: () => id }, null)
  const workflow = workflowFor(entity, row) ?? { entity, ...declared }
  const comment = typeof req.context.comment === 'string' ? req.context.comment : undefined
  const context: GuardContext = { req, actor, row, comment }
  const name = await transitionTo(workflow, context, to)
  if (!name) throw await staleStateError(req, workflow, row)
  return { workflow, transition: (await checkTransition(workflow, name, context)).transition, context }
}
