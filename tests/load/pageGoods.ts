import { createReadStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { createLocalReq, type Payload } from 'payload'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { catalogueConsumer } from '@/collections/catalogue/exchange/catalogue.commerceml'
import { refreshProductSearch } from '@/collections/catalogue/products/searchDocuments'
import { execute } from '@/src/mechanisms/database/query'
import { readCommerceMLBatches } from '@/src/mechanisms/exchange/commerceml/read'
import { benchSources, writePair } from './importData'

const SYLLABLES = [
  'ба',
  'ве',
  'го',
  'ди',
  'жу',
  'зо',
  'ки',
  'ла',
  'мо',
  'не',
  'пу',
  'ра',
  'се',
  'ти',
  'фо',
  'хо',
  'че',
  'шта',
  'кро',
  'бри',
]

/** A made-up word of four syllables, the same one for the same number; 8,000 of them. */
export const madeWord = (n: number): string =>
  [n % 20, Math.floor(n / 20) % 20, Math.floor(n / 400) % 20, (n * 7) % 20].map((at) => SYLLABLES[at]).join('')

/** `count` goods and offers read by the portal's own reader and merged by its own consumer; prices are open to everybody. */
export async function fillGoods(payload: Payload, url: string, count: number): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'kabinet-goods-'))
  try {
    let good = 0
    const named = (piece: string): string =>
      piece.replace(
        /(<Товар>[\s\S]*?<Наименование>)([^<]*)/,
        (_whole, head: string, name: string) => `${head}${name} ${madeWord((good += 1) % 8_000)} ${good % 900}`,
      )
    await writePair(folder, await benchSources(), count, named)
    for (const name of ['import.xml', 'offers.xml']) await takeFile(payload, url, path.join(folder, name))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  // Everybody buys at the type that the most goods are priced by.
  const most = sql`(select price_type_id from prices group by 1 order by count(*) desc, 1 limit 1)`
  await execute(payload, sql`update price_types set base = (id = ${most})`)
  await execute(payload, sql`update companies set price_type_id = ${most}`)
  await refreshProductSearch(payload)
}

async function takeFile(payload: Payload, url: string, file: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, options: '-c synchronous_commit=off' })
  await client.connect()
  const nothing = async (): Promise<void> => {}
  try {
    const consumption = catalogueConsumer.begin({
      req: await createLocalReq({}, payload),
      client,
      node: { id: '', name: 'bench', timezone: 'Europe/Moscow', source: '' },
      run: 'bench',
      file: 'bench',
      again: false,
      problem: nothing,
      park: nothing,
      refuse: nothing,
      arrived: nothing,
      signal: new AbortController().signal,
    })
    for await (const batch of readCommerceMLBatches(createReadStream(file), { zone: 'Europe/Moscow' })) {
      for (const record of batch) if (record.kind !== 'problem') await consumption.take(record)
    }
    await consumption.end()
  } finally {
    await client.end()
  }
}
