import pg from 'pg'
import { seedDemo } from '@/src/demo/seed'
import { getTestPayload } from '../support/payload'
import { fillGoods } from './pageGoods'
import { fillTrade, type Amounts } from './pageTrade'

/** `node fill.ts '{"filled": {…}, "own": 0.01}'`: fills the database of DATABASE_URL, which is migrated and empty. */
const { filled, own } = JSON.parse(process.argv[2] ?? '') as { filled: Amounts & { goods: number }; own?: number } // written by pages.bench.ts
const url = process.env.DATABASE_URL ?? ''
const payload = await getTestPayload()
await seedDemo(payload)
await fillGoods(payload, url, filled.goods)
const client = new pg.Client({ connectionString: url })
await client.connect()
await fillTrade(client, filled, own)
await client.query('create extension if not exists pg_stat_statements')
await client.end()
await payload.destroy()
process.exit(0)
