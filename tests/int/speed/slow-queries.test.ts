import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { query } from '@/src/mechanisms/database/query'
import { watchQueries } from '@/src/mechanisms/database/watchQueries'
import { getTestPayload } from '@/tests/support/payload'

let payload: Payload
let stop = (): void => {}

/** What was written while `work` ran; statements slower than `slowMs` count as slow. */
async function linesOf(slowMs: number, work: () => Promise<unknown>): Promise<string[]> {
  const lines: string[] = []
  vi.stubEnv('LOG_LEVEL', 'warn')
  vi.spyOn(process.stdout, 'write').mockImplementation((line) => Boolean(lines.push(String(line))))
  stop = watchQueries(slowMs)
  await work()
  return lines.filter((line) => line.includes('slow query'))
}

describe('slow queries', () => {
  beforeAll(async () => {
    payload = await getTestPayload()
  })

  afterEach(() => {
    stop()
    vi.restoreAllMocks()
    vi.unstubAllEnvs()
  })

  it('are told with their text and without what they asked for', async () => {
    const [line] = await linesOf(5, () => query(payload, sql`select pg_sleep(0.02), ${'Иванов'}::text as name`))
    expect(JSON.parse(line ?? '{}')).toMatchObject({
      level: 'warn',
      msg: 'slow query',
      sql: expect.stringContaining('select pg_sleep(0.02), $1::text as name'),
    })
    expect(line).not.toContain('Иванов')
  })

  it('are Payload’s own too, and a failing one is still an error of its caller', async () => {
    expect(await linesOf(-1, () => payload.count({ collection: 'brands' }))).not.toEqual([])
    stop()
    await expect(linesOf(-1, () => query(payload, sql`select 1 / 0`))).rejects.toThrow()
  })

  it('are no ordinary ones', async () => {
    expect(await linesOf(60_000, () => query(payload, sql`select 1`))).toEqual([])
  })
})
