import { beforeEach, describe, expect, it } from 'vitest'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { createLocalReq, type Payload } from 'payload'
import { query } from '@/src/mechanisms/database/query'
import { inTransaction } from '@/src/mechanisms/database/transaction'
import { resetThrottle, countHit, throttle, throttleKey } from '@/src/mechanisms/throttle/throttle'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'

const limit = { limit: 5, windowSeconds: 60 }
let payload: Payload

beforeEach(async () => {
  payload = await getTestPayload()
  await emptyDatabase()
})

describe('the throttle', () => {
  it('lets exactly the limit pass of 50 attempts at once', async () => {
    const hits = await Promise.all(Array.from({ length: 50 }, () => countHit(payload, 'key', limit)))
    expect(hits.filter(({ allowed }) => allowed)).toHaveLength(5)
    expect(hits.map(({ count }) => count).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 50 }, (_, index) => index + 1),
    )
  })

  it('counts an attempt although the transaction around it is rolled back', async () => {
    const req = await createLocalReq({}, payload)
    const failed = inTransaction(req, async () => {
      await countHit(req, 'key', limit)
      throw new Error('rolled back')
    })
    await expect(failed).rejects.toThrow('rolled back')
    expect((await countHit(payload, 'key', limit)).count).toBe(2)
  })

  it('opens a new window when the old one is over, and not before', async () => {
    for (let attempt = 0; attempt < 6; attempt += 1) await countHit(payload, 'key', limit)
    expect((await countHit(payload, 'key', limit)).allowed).toBe(false)
    await query(payload, sql`update throttles set resets_at = now() - interval '1 second' where key = 'key'`)
    expect(await countHit(payload, 'key', limit)).toMatchObject({ allowed: true, count: 1 })
  })

  it('does not prolong the window by more attempts', async () => {
    await countHit(payload, 'key', limit)
    await query(payload, sql`update throttles set resets_at = now() + interval '3 seconds' where key = 'key'`)
    expect((await countHit(payload, 'key', limit)).retryAfterSeconds).toBeLessThanOrEqual(3)
  })

  it('counts keys apart, forgets one when it is forgiven, and says how long to wait', async () => {
    for (let attempt = 0; attempt < 5; attempt += 1) await throttle(payload, 'one', limit)
    await expect(throttle(payload, 'one', limit)).rejects.toMatchObject({
      code: 'rate.limited',
      status: 429,
      params: { seconds: expect.any(Number) },
    })
    await throttle(payload, 'two', limit)
    await resetThrottle(payload, 'one')
    await throttle(payload, 'one', limit)
  })

  it('keeps no address or e-mail readable in its keys', () => {
    const key = throttleKey('login-pair', 'users', 'anna@example.com', '10.0.0.1')
    expect(key).not.toMatch(/anna|10\.0/)
    expect(key).not.toBe(throttleKey('login-pair', 'users', 'anna@example.com', '10.0.0.2'))
  })
})
