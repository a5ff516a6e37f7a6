import { sql } from '@payloadcms/db-postgres/drizzle'
import { query } from '@/src/mechanisms/database/query'
import type { ViewContext } from '../lib/view'

export type FirstStep = 'details' | 'node' | 'exchange' | 'staff' | 'client'
export type StepDone = { step: FirstStep; done: boolean }

/** What a new portal still needs, in the order of doing; an empty list for those who cannot do it and for a portal that is ready. */
export async function firstSteps({ req, actor }: ViewContext): Promise<StepDone[]> {
  if (actor.role !== 'admin') return []
  const [row] = await query<Record<FirstStep, boolean>>(
    req,
    sql`select exists (select 1 from company_details where coalesce(inn, '') <> '') as details,
               exists (select 1 from exchange_nodes where active) as node,
               exists (select 1 from exchange_runs where status in ('done', 'partial')) as exchange,
               (select count(*) > 1 from staff where active) as staff,
               exists (select 1 from memberships) as client`,
  )
  if (!row) return []
  const steps: StepDone[] = [
    { step: 'details', done: row.details },
    { step: 'node', done: row.node },
    { step: 'exchange', done: row.exchange },
    { step: 'staff', done: row.staff },
    { step: 'client', done: row.client },
  ]
  return steps.some(({ done }) => !done) ? steps : []
}
