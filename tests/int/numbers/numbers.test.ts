import { sql } from '@payloadcms/db-postgres/drizzle'
import fc from 'fast-check'
import { createLocalReq, type Payload } from 'payload'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { actorOf, type Actor } from '@/src/mechanisms/access/actor'
import { query } from '@/src/mechanisms/database/query'
import { inTransaction } from '@/src/mechanisms/database/transaction'
import type { NumberSeries } from '@/src/mechanisms/numbers/defineNumberSeries'
import { lapseNumbersJob } from '@/src/mechanisms/numbers/numbers.jobs'
import { assignNumber, releaseNumber, reserveNumber } from '@/src/mechanisms/numbers/numbers'
import { builders, type Builders } from '@/tests/builders/builders'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'

const series: NumberSeries = {
  name: 'test-letters',
  entity: 'contracts',
  label: { ru: 'Письма', en: 'Letters' },
  prefix: 'П-',
  width: 4,
  yearly: true,
  holdMinutes: 30,
}
const NOW = new Date('2026-11-24T12:00:00Z')

let payload: Payload
let make: Builders
let me: Actor
let other: Actor

const request = () => createLocalReq({}, payload)
const reserve = async (more: { holder?: Actor; now?: Date; of?: NumberSeries } = {}) =>
  reserveNumber(await request(), more.of ?? series, { holder: more.holder ?? me, now: more.now ?? new Date() })
const rows = () =>
  query<{ number: string; state: string; closed_by: string | null; reason: string | null; entity_id: string | null }>(
    payload,
    sql`select number, state, closed_by, reason, entity_id from number_reservations order by year, value`,
  )
const lapse = async () =>
  lapseNumbersJob.handler(
    {},
    { payload, req: await request(), jobId: 'job', attempt: 1, signal: new AbortController().signal },
  )

describe('numbers that are taken before there is a record', () => {
  beforeAll(async () => {
    payload = await getTestPayload()
    make = builders(payload)
  })

  beforeEach(async () => {
    await emptyDatabase()
    me = { ...(await actorOf(await make.as('staff', await make.staff({ role: 'admin' })))), name: 'Анна' }
    other = { ...(await actorOf(await make.as('staff', await make.staff({ role: 'admin' })))), name: 'Борис' }
  })

  it('[CONTR-02] are given once, whoever takes, drops out, lets go or uses one at the same time', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('keep', 'release', 'assign', 'undo'), { minLength: 2, maxLength: 12 }),
        async (deeds) => {
          const given = await Promise.all(
            deeds.map(async (deed) => {
              const req = await request()
              try {
                return await inTransaction(req, async () => {
                  const { id, number } = await reserveNumber(req, series, { holder: me })
                  if (deed === 'release') await releaseNumber(req, series, { id, holder: me, reason: 'не нужен' })
                  if (deed === 'assign') await assignNumber(req, series, { id, holder: me, entityId: number })
                  if (deed === 'undo') throw new Error('undone')
                  return number
                })
              } catch (error) {
                if (error instanceof Error && error.message === 'undone') return null
                throw error
              }
            }),
          )
          const numbers = given.filter((number) => number !== null)
          expect(numbers).toHaveLength(deeds.filter((deed) => deed !== 'undo').length)
          expect(new Set(numbers).size).toBe(numbers.length)
        },
      ),
      { numRuns: 20, seed: 7 },
    )
    const all = await rows()
    expect(new Set(all.map(({ number }) => number)).size).toBe(all.length)
    // What was rolled back left no hole: a series counts on from the last number that was given.
    expect(all.map(({ number }) => number)).toEqual(
      all.map((_row, place) => `П-${String(place + 1).padStart(4, '0')}/26`),
    )
  })

  it('[CONTR-02] count anew each year of Moscow, and on where the year does not matter', async () => {
    const at = (text: string) => new Date(text)
    expect((await reserve({ now: at('2026-12-31T20:59:00Z') })).number).toBe('П-0001/26')
    expect((await reserve({ now: at('2026-12-31T21:00:00Z') })).number).toBe('П-0001/27')
    expect((await reserve({ now: at('2026-12-31T20:00:00Z') })).number).toBe('П-0002/26')
    const endless = { ...series, name: 'test-endless', prefix: '', width: 1, yearly: false }
    expect((await reserve({ of: endless, now: NOW })).number).toBe('1')
    expect((await reserve({ of: endless, now: at('2027-11-24T12:00:00Z') })).number).toBe('2')
  })

  it('[CONTR-02] pass over what a record bears already', async () => {
    const taken = {
      ...series,
      name: 'test-taken',
      isTaken: async (_: unknown, number: string) => /000[12]/.test(number),
    }
    expect((await reserve({ of: taken })).number).toMatch(/^П-0003/)
  })

  it('[CONTR-02] belong to whoever took them, until the time is over', async () => {
    const { id, number, until } = await reserve()
    expect(Date.parse(until) - Date.now()).toBeGreaterThan(29 * 60_000)
    const entityId = 'contract-1'
    await expect(assignNumber(await request(), series, { id, holder: other, entityId })).rejects.toThrow(
      'number.notHeld',
    )
    await expect(releaseNumber(await request(), series, { id, holder: other, reason: 'чужой' })).rejects.toThrow(
      'number.notHeld',
    )
    expect(await assignNumber(await request(), series, { id, holder: me, entityId })).toBe(number)
    // Once.
    await expect(assignNumber(await request(), series, { id, holder: me, entityId })).rejects.toThrow('number.notHeld')
    const late = await reserve({ now: new Date(Date.now() - 31 * 60_000) })
    await expect(assignNumber(await request(), series, { id: late.id, holder: me, entityId })).rejects.toThrow(
      'number.notHeld',
    )
    await expect(assignNumber(await request(), series, { id: "no'id", holder: me, entityId })).rejects.toThrow(
      'number.notHeld',
    )
  })

  it('[CONTR-02] that are not needed leave a trace: who, when, why; and lapse by themselves', async () => {
    const freed = await reserve()
    await releaseNumber(await request(), series, { id: freed.id, holder: me, reason: 'клиент передумал' })
    const held = await reserve()
    const late = await reserve({ holder: other, now: new Date(Date.now() - 31 * 60_000) })
    const used = await reserve({ now: new Date() })
    await assignNumber(await request(), series, { id: used.id, holder: me, entityId: 'x' })
    await lapse()
    await lapse()
    expect(await rows()).toEqual([
      { number: freed.number, state: 'released', closed_by: 'Анна', reason: 'клиент передумал', entity_id: null },
      { number: held.number, state: 'held', closed_by: null, reason: null, entity_id: null },
      { number: late.number, state: 'lapsed', closed_by: 'Kabinet', reason: 'until', entity_id: null },
      { number: used.number, state: 'used', closed_by: 'Анна', reason: null, entity_id: 'x' },
    ])
    const lines = await query<{ actor_name: string; note: string }>(
      payload,
      sql`select actor_name, note from audit where action = 'number.released' order by created_at`,
    )
    expect(lines).toEqual([
      { actor_name: 'Анна', note: `${freed.number}: клиент передумал` },
      { actor_name: 'Kabinet', note: `${late.number} (Борис)` },
    ])
    // Never again.
    expect((await reserve()).number).toBe(`П-0005/${String(new Date().getFullYear()).slice(-2)}`)
  })
})
