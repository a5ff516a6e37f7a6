import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { readable, type QueryContext } from '../access/context'
import { accessOf } from '../access/defineAccess'
import { idIs } from '../database/ids'
import { query, type Runner } from '../database/query'
import { freeOf, type Standing } from './standing.rules'

/**
 * The one reading of how a client or a contract stands: every page, the checkout and the manager's card ask here.
 * Debt and overdue are what 1C says is owed for shipped goods. Reserved is what orders on credit will add to it: what
 * of them is neither shipped nor paid yet.
 */

/** States in which an order on credit holds a part of the limit. */
const holding = sql`('submitted', 'confirmed', 'working')`

/** What orders on credit hold of the limit of the row that `own` ties them to, in its own currency. */
const reservedOf = (own: SQL, currency: SQL): SQL => sql`coalesce((
  select sum(greatest(o.total - coalesce(o.paid, 0) - coalesce((
    select sum(round(l.total * least(coalesce(l.shipped_qty, 0), l.qty) / l.qty)) from order_lines l where l.order_id = o.id and l.qty > 0 and coalesce(l.shipped_qty, 0) > 0
  ), 0), 0))
  from orders o where ${own} and o.currency = ${currency} and o.payment_method = 'credit' and o.status in ${holding}), 0)::float8`

type Row = Omit<Standing, 'free'>

const figures = (table: SQL, own: SQL): SQL => sql`coalesce(${table}.debt, 0)::float8 as debt, coalesce(${table}.overdue, 0)::float8 as overdue,
  coalesce(${table}.credit_limit, 0)::float8 as "limit", ${reservedOf(own, sql`${table}.currency`)} as reserved, ${table}.currency`

const ofCompany = figures(sql`c`, sql`o.company_id = c.id`)
const ofContract = figures(sql`t`, sql`o.contract_id = t.id`)

const stands = (row: Row | undefined): Standing | null => (row ? { ...row, free: freeOf(row) } : null)

/** How a company stands, for whoever has been let at it already: the cart and, under its lock, the checkout. */
export async function standingOf(runner: Runner, company: string): Promise<Standing | null> {
  const [row] = await query<Row>(runner, sql`select ${ofCompany} from companies c where ${idIs(sql`c.id`, company)}`)
  return stands(row)
}

export type Finance = Standing & { balance: number }

/** How the chosen company stands, with its balance. Null without the right to see it. */
export async function financeOf(context: QueryContext): Promise<Finance | null> {
  const company = context.company
  if (!company) return null
  const mayRead = context.actor.memberships.get(company)?.has('balance.read') ?? context.actor.collection === 'staff'
  if (!mayRead) return null
  const [row] = await query<Row & { balance: number }>(
    context.req,
    sql`select ${ofCompany}, c.balance::float8 as balance from companies c where ${readable(context, 'companies', 'c', 'id')}`,
  )
  return row ? { ...row, free: freeOf(row) } : null
}

/** How one contract stands; null when it is not theirs. */
export async function contractStanding(context: QueryContext, contract: string): Promise<Standing | null> {
  const [row] = await query<Row>(context.req, sql`select ${ofContract} from contracts t where ${idIs(sql`t.id`, contract)} and ${readable(context, 'contracts', 't')}`)
  return stands(row)
}

/** How a client of theirs stands, for an employee. */
export async function clientStanding({ req, actor }: QueryContext, company: string): Promise<Standing | null> {
  const [row] = await query<Row>(req, sql`select ${ofCompany} from companies c where ${idIs(sql`c.id`, company)} and ${accessOf('companies').sql(actor, 'read', 'c')}`)
  return stands(row)
}
