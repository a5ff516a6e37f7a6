import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { query } from '@/src/mechanisms/database/query'
import { builders, type Builders } from '@/tests/builders/builders'
import { drainJobs } from '@/tests/support/jobs'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'

let payload: Payload
let build: Builders
let manager: string
let company: string
let order: string
let client: string

const events = () =>
  query<{ type: string; data: Record<string, unknown>; role: string }>(
    payload,
    sql`select type, data, actor_role::text as role from events order by created_at`,
  )
const stateOf = async (id: string) =>
  (await query<{ status: string }>(payload, sql`select status::text from orders where id = ${id}`))[0]?.status

describe('the workflow hook of a collection', () => {
  beforeAll(async () => {
    payload = await getTestPayload()
    build = builders(payload)
  })

  beforeEach(async () => {
    await emptyDatabase()
    manager = await build.staff({ name: 'Анна Воронова' })
    company = await build.company({ managerId: manager })
    client = await build.user({ companies: [company] })
    order = await build.order({ companyId: company, number: '10-2481', status: 'submitted' })
  })

  it('[SHOP-24] makes of a changed state one transition with its event and a notification', async () => {
    await payload.update({ collection: 'orders', id: order, data: { status: 'confirmed' } })
    expect(await stateOf(order)).toBe('confirmed')
    expect(await events()).toEqual([
      {
        type: 'order.confirmed',
        role: 'system',
        data: expect.objectContaining({ from: 'submitted', to: 'confirmed', number: '10-2481' }),
      },
    ])
    await drainJobs(payload)
    const told = await query<{ title: string }>(payload, sql`select title from notifications where user_id = ${client}`)
    expect(told).toEqual([{ title: expect.stringContaining('10-2481') }])
  })

  it('refuses a way that is not declared, and leaves no trace of it', async () => {
    await payload.update({ collection: 'orders', id: order, data: { status: 'closed' } })
    const before = await events()
    await expect(
      payload.update({ collection: 'orders', id: order, data: { status: 'submitted' } }),
    ).rejects.toMatchObject({ code: 'workflow.notFrom', status: 409 })
    expect(await stateOf(order)).toBe('closed')
    expect(await events()).toEqual(before)
  })

  it('asks for the comment that a transition needs', async () => {
    const cancelled = { collection: 'orders', id: order, data: { status: 'cancelled' } } as const
    await expect(payload.update(cancelled)).resolves.toMatchObject({ status: 'cancelled' })
    const other = await build.order({ companyId: company, number: '10-2482', status: 'confirmed' })
    await expect(payload.update({ ...cancelled, id: other })).rejects.toMatchObject({
      code: 'workflow.commentNeeded',
      status: 422,
    })
    await payload.update({ ...cancelled, id: other, context: { comment: 'Клиент передумал' } })
    expect((await events()).at(-1)).toMatchObject({ type: 'order.cancelled', data: { comment: 'Клиент передумал' } })
  })

  it('lets a person do by hand only what their role may', async () => {
    const req = await build.as('staff', manager)
    await payload.update({ collection: 'orders', id: order, data: { status: 'closed' }, req, user: req.user })
    await expect(
      payload.update({ collection: 'orders', id: order, data: { status: 'confirmed' }, req, user: req.user }),
    ).rejects.toMatchObject({ code: 'workflow.notFrom' })
  })

  it('begins no record in the middle of its way', async () => {
    const [{ placed_at: placedAt = '' } = {}] = await query<{ placed_at: string }>(
      payload,
      sql`select placed_at::text from orders where id = ${order}`,
    )
    const draft = {
      number: 'X-1',
      company,
      placedAt,
      deliveryMethod: 'pickup',
      paymentMethod: 'invoice',
      total: 0,
      currency: 'RUB',
    } as const
    await expect(payload.create({ collection: 'orders', data: { ...draft, status: 'shipped' } })).rejects.toMatchObject(
      { code: 'workflow.notInitial' },
    )
    await expect(
      payload.create({ collection: 'orders', data: { ...draft, status: 'submitted' } }),
    ).resolves.toMatchObject({ status: 'submitted' })
  })

  it('says of a write that leaves the state as it was what was put right, and nothing of none', async () => {
    await payload.update({ collection: 'orders', id: order, data: { deliveryAddress: 'Мытищи' } })
    expect(await events()).toMatchObject([{ type: 'order.edited' }])
    await payload.update({ collection: 'orders', id: order, data: { deliveryAddress: 'Мытищи' } })
    expect(await events()).toHaveLength(1)
  })
})
