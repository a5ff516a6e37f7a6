import { queryOnce } from '../../scripts/lib/database.mjs'
import type { Buyer, Checkout } from './buyers'

type Found = {
  id: string
  number: string
  key: string
  total: number
  lineCount: number
  lines: Array<{ sku: string; qty: number; price: number; total: number }>
  events: number
  jobs: number
  changes: number
  keys: number
}

/** Judges the orders in the database against what the clients asked for. */
export async function faultsOfOrders(
  databaseUrl: string,
  buyers: readonly Buyer[],
): Promise<{ lost: number; doubled: number; remarks: string[] }> {
  const found: Found[] = await queryOnce(databaseUrl, ORDERS)
  const byKey = new Map<string, Found[]>()
  for (const order of found) byKey.set(order.key, [...(byKey.get(order.key) ?? []), order])
  const made = buyers.flatMap((buyer) => buyer.made)
  const outcome = { lost: 0, doubled: 0, remarks: [] as string[] }
  for (const checkout of made) {
    const orders = byKey.get(checkout.key) ?? []
    if (orders.length === 0) outcome.lost += 1
    outcome.doubled += Math.max(0, orders.length - 1)
    for (const order of orders) outcome.remarks.push(...complaintsAbout(order, checkout))
    byKey.delete(checkout.key)
  }
  if (byKey.size > 0) outcome.remarks.push(`${byKey.size} orders that nobody asked for`)
  if (new Set(found.map(({ number }) => number)).size !== found.length)
    outcome.remarks.push('two orders have one number')
  const [left] = await queryOnce(
    databaseUrl,
    'select count(*)::int as count from cart_lines l join carts c on c.id = l.cart_id where c.company_id::text = any($1) and c.user_id in (select author_id from orders where client_reference like $2)',
    [buyers.map(({ company }) => company), 'faults-%'],
  )
  if (left.count > 0) outcome.remarks.push(`${left.count} lines are left in carts that were ordered`)
  if (made.length === 0) outcome.remarks.push('nobody checked out: nothing was tried')
  return outcome
}

const ORDERS = `
  select o.id::text, o.number, o.client_reference as key, o.total::float8 as total, o.line_count::int as "lineCount",
    coalesce((select jsonb_agg(jsonb_build_object('sku', l.sku_id, 'qty', l.qty, 'price', l.price, 'total', l.total)) from order_lines l where l.order_id = o.id), '[]') as lines,
    (select count(*)::int from events e where e.entity_id::text = o.id::text and e.type = 'order.submitted') as events,
    (select count(*)::int from pgboss.job j join events e on e.id::text = j.data->'data'->>'event' where e.entity_id::text = o.id::text) as jobs,
    (select count(*)::int from exchange_changes c where c.entity_id::text = o.id::text) as changes,
    (select count(*)::int from idempotency_keys k where k.key = o.client_reference and k.output->'orders'->0->>'id' = o.id::text) as keys
  from orders o where o.client_reference like 'faults-%'`

/** Quantities and prices are thousandths and ten-thousandths; the sum of a line is in kopecks, half up. */
const lineSum = (price: number, qty: number): number => Number((BigInt(price) * BigInt(qty) + 50_000n) / 100_000n)

function complaintsAbout(order: Found, checkout: Checkout): string[] {
  const wrong = (what: string): string => `${order.number} (${checkout.key}): ${what}`
  const complaints: string[] = []
  const wanted = checkout.lines.map(({ sku, qty }) => `${sku} ${qty}`).sort()
  const got = order.lines.map(({ sku, qty }) => `${sku} ${qty}`).sort()
  if (JSON.stringify(wanted) !== JSON.stringify(got))
    complaints.push(wrong(`lines ${got.length} are not the ${wanted.length} asked for`))
  if (order.lineCount !== order.lines.length) complaints.push(wrong('its count of lines is another'))
  if (order.lines.some(({ price, qty, total }) => lineSum(price, qty) !== total))
    complaints.push(wrong('the sum of a line is wrong'))
  if (order.lines.reduce((sum, { total }) => sum + total, 0) !== order.total)
    complaints.push(wrong('its total is not the sum of its lines'))
  if (order.total !== checkout.order?.total) complaints.push(wrong('the client was told another total'))
  if (order.events !== 1) complaints.push(wrong(`${order.events} events`))
  if (order.jobs !== 1) complaints.push(wrong(`${order.jobs} jobs of its event`))
  if (order.changes !== 1) complaints.push(wrong(`${order.changes} changes for the exchange`))
  if (order.keys !== 1) complaints.push(wrong(`${order.keys} remembered keys`))
  return complaints
}
