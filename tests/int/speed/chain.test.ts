import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { longestChain, startStatementProxy, type StatementProxy } from '@/tests/support/statementProxy'

let proxy: StatementProxy
let pool: pg.Pool

const ask = (text: string): Promise<unknown> => pool.query(text, [])

describe('the longest chain of statements', () => {
  beforeAll(async () => {
    proxy = await startStatementProxy(process.env.DATABASE_URL ?? '', 50)
    pool = new pg.Pool({ connectionString: proxy.url, max: 4 })
    // Connections are made before anything is counted.
    await Promise.all(Array.from({ length: 4 }, () => ask('select pg_sleep(0.01)')))
  })

  afterAll(async () => {
    await pool.end()
    await proxy.stop()
  })

  it('is one for what is asked at once, and as long as what waits for each other', async () => {
    const beside = await proxy.during(() => Promise.all(['select 1', 'select 2', 'select 3'].map(ask)))
    expect([beside.length, longestChain(beside).length]).toEqual([3, 1])

    const inTurn = await proxy.during(async () => {
      for (const text of ['select 4', 'select 5', 'select 6']) await ask(text)
    })
    expect(longestChain(inTurn).map(({ text }) => text)).toEqual(['select 4', 'select 5', 'select 6'])

    const mixed = await proxy.during(async () => {
      await ask('select 7')
      await Promise.all([ask('select 8'), ask('select 9').then(() => ask('select 10'))])
    })
    expect([mixed.length, longestChain(mixed).length]).toEqual([4, 3])
  })

  it('counts statements within a transaction, each on its own', async () => {
    const seen = await proxy.during(async () => {
      const client = await pool.connect()
      for (const text of ['begin', 'select 11', 'commit']) await client.query(text)
      client.release()
    })
    expect(longestChain(seen)).toHaveLength(3)
  })
})
