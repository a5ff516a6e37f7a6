import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { isStaff } from '@/src/mechanisms/access/actor'
import { mayOpen } from '@/src/mechanisms/access/mayOpen'
import { readable, type QueryContext } from '@/src/mechanisms/access/context'
import { accessOf } from '@/src/mechanisms/access/defineAccess'
import { idIs } from '@/src/mechanisms/database/ids'
import { list, query, type Runner } from '@/src/mechanisms/database/query'
import { methodsOnCredit } from '@/collections/sales/payment-methods/definePaymentMethod'
import { freeOf, type CreditStanding } from './standing.rules'

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
  from orders o where ${own} and o.currency = ${currency} and o.payment_method = any(${list(methodsOnCredit())}) and o.status in ${holding}), 0)::float8`

export type StandingRow = Omit<CreditStanding, 'free'>

const figures = (
  table: SQL,
  own: SQL,
): SQL => sql`coalesce(${table}.debt, 0)::float8 as debt, coalesce(${table}.overdue, 0)::float8 as overdue,
  coalesce(${table}.credit_limit, 0)::float8 as "limit", ${reservedOf(own, sql`${table}.currency`)} as reserved, ${table}.currency`

const ofCompany = (): SQL => figures(sql`c`, sql`o.company_id = c.id`)
const ofContract = (): SQL => figures(sql`t`, sql`o.contract_id = t.id`)

export const toStanding = (row: StandingRow | undefined): CreditStanding | null =>
  row ? { ...row, free: freeOf(row) } : null

/** How a company stands, for whoever has been let at it already: the cart and, under its lock, the checkout. */
export async function standingOf(runner: Runner, company: string): Promise<CreditStanding | null> {
  const [row] = await query<StandingRow>(runner, standingRows(company))
  return toStanding(row)
}

/** `standingOf` as a select, for whoever reads it beside other things. */
export const standingRows = (company: string): SQL =>
  sql`select ${ofCompany()} from companies c where ${idIs(sql`c.id`, company)}`

export type Finance = CreditStanding & { balance: number }

/** How the chosen company stands, with its balance. Null without the right to see it. */
export async function financeOf(context: QueryContext): Promise<Finance | null> {
  if (!context.company) return null
  if (!isStaff(context.actor) && !mayOpen(context, { needs: 'balance.read' })) return null
  const [row] = await query<StandingRow & { balance: number }>(
    context.req,
    sql`select ${ofCompany()}, c.balance::float8 as balance from companies c where ${readable(context, 'companies', 'c', 'id')}`,
  )
  return row ? { ...row, free: freeOf(row) } : null
}

/** How one contract stands; null when it is not theirs. */
export async function contractStanding(context: QueryContext, contract: string): Promise<CreditStanding | null> {
  const [row] = await query<StandingRow>(
    context.req,
    sql`select ${ofContract()} from contracts t where ${idIs(sql`t.id`, contract)} and ${readable(context, 'contracts', 't')}`,
  )
  return toStanding(row)
}

/** How a client of theirs stands, for an employee. */
export async function clientStanding({ req, actor }: QueryContext, company: string): Promise<CreditStanding | null> {
  const [row] = await query<StandingRow>(
    req,
    sql`select ${ofCompany()} from companies c where ${idIs(sql`c.id`, company)} and ${accessOf('companies').sql(actor, 'read', 'c')}`,
  )
  return toStanding(row)
}
