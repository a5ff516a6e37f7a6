import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { seedDemo } from '@/src/demo/seed'
import { query } from '@/src/mechanisms/database/query'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'

let payload: Payload

describe('demo', () => {
  beforeAll(async () => {
    payload = await getTestPayload()
    await emptyDatabase()
    const began = Date.now()
    await seedDemo(payload)
    process.stdout.write(`seeded in ${Date.now() - began} ms\n`)
  }, 180_000)

  it('sums the lines into the totals', async () => {
    const rows = await query(payload, sql`select o.number from orders o where o.total <> (select sum(l.total) from order_lines l where l.order_id = o.id)`)
    expect(rows).toEqual([])
  })
})
