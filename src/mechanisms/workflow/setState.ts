import type { PayloadRequest } from 'payload'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { idIs } from '../database/ids'
import { execute } from '../database/query'
import { columnOf, tableOf } from '../database/tableOf'
import { stateOf, type Workflow } from './defineWorkflow'

/** Writes the state of a locked row, with the moment until which it may stand there and the `columns` that come along. */
export async function setState(
  req: PayloadRequest,
  workflow: Workflow,
  row: Record<string, unknown>,
  to: string,
  columns: Record<string, unknown> = {},
): Promise<void> {
  const table = sql.raw(`"${tableOf(workflow.entity)}"`)
  const moments = Object.entries(momentsOf(workflow, stateOf(workflow, row), to))
  const written = {
    [columnOf(workflow.field)]: to,
    ...Object.fromEntries(moments.map(([field, moment]) => [columnOf(field), moment])),
    ...columns,
  }
  const set = sql.join(
    Object.entries(written).map(([name, value]) => sql`${sql.identifier(name)} = ${value}`),
    sql`, `,
  )
  await execute(req, sql`update ${table} set ${set}, updated_at = now() where ${idIs(sql`id`, String(row.id))}`)
}

/** By field, the moments until which the record may stand: that of the state it leaves is cleared, that of the one it enters is set. */
export function momentsOf({ states }: Workflow, from: string, to: string): Record<string, string | null> {
  const [left, entered] = [states[from]?.deadline, states[to]?.deadline]
  return {
    ...(left ? { [left.field]: null } : {}),
    ...(entered?.minutes ? { [entered.field]: new Date(Date.now() + entered.minutes * 60_000).toISOString() } : {}),
  }
}
