import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { listProducts } from '@/collections/catalogue/products/product.queries'
import { refreshProductSearch } from '@/collections/catalogue/products/searchDocuments'
import type { QueryContext } from '@/src/mechanisms/access/context'
import { query } from '@/src/mechanisms/database/query'
import { recordEvent } from '@/src/mechanisms/events/recordEvent'
import { builders, type Builders } from '@/tests/builders/builders'
import { drainJobs } from '@/tests/support/jobs'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'

let payload: Payload
let build: Builders
let buyer: string
let other: string
/** SKUs of three goods that by name would stand in this order. */
let skus: string[]

type Rights = NonNullable<NonNullable<Parameters<Builders['user']>[0]>['capabilities']>

const clientOf = async (company: string, capabilities?: Rights) =>
  build.context('users', await build.user({ companies: [company], ...(capabilities ? { capabilities } : {}) }), company)

const first = async (context: QueryContext): Promise<string | undefined> =>
  (await listProducts(context, { sort: 'frequent' })).rows[0]?.name

async function bought(company: string, sku: string | undefined): Promise<void> {
  const order = await build.order({ companyId: company })
  await build.orderLine({ orderId: order, companyId: company, skuId: sku })
  await recordEvent(await build.as('staff', await build.staff()), {
    type: 'order.changed',
    entity: 'orders',
    entityId: order,
    company,
    data: {
      number: 'N',
      what: 'lines',
      from: 0,
      to: 1,
      was: { amount: 0, currency: 'RUB' },
      sum: { amount: 1, currency: 'RUB' },
    },
  })
}

describe('how often a company orders a product', () => {
  beforeAll(async () => {
    payload = await getTestPayload()
    build = builders(payload)
  })

  beforeEach(async () => {
    await emptyDatabase()
    buyer = await build.company()
    other = await build.company()
    skus = []
    for (const name of ['А', 'Б', 'В']) skus.push((await build.product({ name })).sku)
    await refreshProductSearch(payload)
  })

  it('is counted by a job that an event of its orders asks for, once for the company', async () => {
    await bought(buyer, skus[2])
    await bought(buyer, skus[2])
    expect(await first(await clientOf(buyer))).toBe('А')
    const waiting = await query(payload, sql`select 1 from pgboss.job where data->>'job' = 'sales.countPurchases'`)
    expect(waiting).toHaveLength(1)
    await drainJobs(payload)
    expect(await first(await clientOf(buyer))).toBe('В')
    expect(await query(payload, sql`select times from company_purchases`)).toEqual([{ times: 2 }])
  })

  it('is nobody else’s: not another company’s, nor a colleague’s who may not see orders', async () => {
    await bought(buyer, skus[1])
    await drainJobs(payload)
    expect(await first(await clientOf(buyer))).toBe('Б')
    expect(await first(await clientOf(other))).toBe('А')
    expect(await first(await clientOf(buyer, ['documents.read']))).toBe('А')
    // Whatever the browser says of the company.
    const stranger = await clientOf(other)
    expect(await first({ ...stranger, company: buyer })).toBe('А')
  })

  it('ends with the lines: those that went to another company, and those of a year ago', async () => {
    await bought(buyer, skus[1])
    await drainJobs(payload)
    await query(payload, sql`update order_lines set company_id = ${other}`)
    await bought(buyer, skus[2])
    await drainJobs(payload)
    expect(await first(await clientOf(buyer))).toBe('В')
    await query(
      payload,
      sql`update order_lines set created_at = now() - interval '2 years' where company_id = ${buyer}`,
    )
    await bought(other, skus[1])
    await recordEvent(await build.as('staff', await build.staff()), {
      type: 'order.edited',
      entity: 'orders',
      entityId: crypto.randomUUID(),
      company: buyer,
      data: { number: 'N', fields: [] },
    })
    await drainJobs(payload)
    expect(await query(payload, sql`select company_id::text as company, times from company_purchases`)).toEqual([
      { company: other, times: 2 },
    ])
  })
})
