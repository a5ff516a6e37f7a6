import { sql } from '@payloadcms/db-postgres/drizzle'
import { isAppError } from '@/src/lib/errors'
import { logger } from '@/src/lib/logger'
import { system } from '../access/actor'
import { runAction } from '../actions/runAction'
import { query } from '../database/query'
import { columnOf, tableOf } from '../database/tableOf'
import { defineJob, type JobContext } from '../jobs/defineJob'
import { isEntityOn } from '../modules/switches'
import { declaredWorkflows, workflowFor, type Deadline, type Workflow } from './defineWorkflow'
import { transitionAction } from './transition'

const EACH = 500

/** Moves on what has stood in a state longer than its workflow allows. Whoever was quicker has moved it already. */
export const deadlinesJob = defineJob({
  name: 'workflow.deadlines',
  label: { ru: 'Двинуть дальше то, чей срок вышел', en: 'Move on what has run out of time' },
  lane: 'default',
  schedule: '* * * * *',
  handler: async (_data: object, context) => {
    for (const workflow of declaredWorkflows()) {
      if (!(await isEntityOn(context.req, workflow.entity))) continue
      for (const [state, { deadline }] of Object.entries(workflow.states))
        if (deadline) await moveOn(context, workflow, state, deadline)
    }
  },
})

async function moveOn(
  { req, signal }: JobContext,
  workflow: Workflow,
  state: string,
  deadline: Deadline,
): Promise<void> {
  const table = sql.raw(`"${tableOf(workflow.entity)}"`)
  const [field, until] = [sql.identifier(columnOf(workflow.field)), sql.identifier(columnOf(deadline.field))]
  const rows = await query<Record<string, unknown>>(
    req,
    sql`select it.*, it.id::text as id from ${table} it where it.${field} = ${state} and it.${until} <= now() order by it.${until} limit ${EACH}`,
  )
  for (const row of rows) {
    if (signal.aborted) return
    if (workflowFor(workflow.entity, row) !== workflow) continue
    const input = { entity: workflow.entity, id: String(row.id), transition: deadline.then }
    // One that cannot be moved holds up nobody else's; the next tick tries it again.
    try {
      await runAction(transitionAction, { req, input, as: system })
    } catch (error) {
      const isRefused = isAppError(error) && error.status < 500
      if (isRefused) logger.warn({ code: error.code, ...input }, 'a record stays where its time is over')
      else logger.error({ err: error, ...input }, 'a record could not be moved on')
    }
  }
}
