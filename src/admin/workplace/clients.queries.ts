import { listClients, type ClientList, type ClientRow } from '@/collections/clients/companies/company.queries'
import type { QueryContext } from '@/src/mechanisms/access/context'
import type { ListFilter } from '@/src/mechanisms/lists/listSql'

export const CLIENTS_PER_PAGE = 50
/** What the address says instead of a manager's id for clients that have none. */
export const NOBODY = 'none'

export type ClientsAsked = {
  search: string
  manager?: string
  branch?: string
  status?: string
  overdue?: boolean
  page: number
}

/** [MGR-01] Clients as the employee may see them: those who have just come first, then by name. */
export async function clientsToServe(context: QueryContext, asked: ClientsAsked): Promise<ClientList> {
  const filters: Record<string, ListFilter> = {}
  if (asked.manager === NOBODY) filters.unassigned = { kind: 'flag' }
  else if (asked.manager) filters.manager = { kind: 'select', values: [asked.manager] }
  if (asked.branch) filters.branch = { kind: 'select', values: [asked.branch] }
  if (asked.status) filters.status = { kind: 'select', values: [asked.status] }
  if (asked.overdue) filters.overdue = { kind: 'flag' }
  return listClients(context, {
    search: asked.search,
    filters,
    sort: { key: 'fresh', dir: 'asc' },
    page: asked.page,
    perPage: CLIENTS_PER_PAGE,
  })
}

/** One client; null when there is none for this employee. */
export async function clientById(context: QueryContext, id: string): Promise<ClientRow | null> {
  const { rows } = await listClients(context, {
    search: '',
    filters: { id: { kind: 'select', values: [id] } },
    sort: { key: 'name', dir: 'asc' },
    page: 1,
    perPage: 1,
  })
  return rows[0] ?? null
}
