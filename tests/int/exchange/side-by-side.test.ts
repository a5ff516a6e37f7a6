import { sql } from '@payloadcms/db-postgres/drizzle'
import { createLocalReq } from 'payload'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { execute, query } from '@/src/mechanisms/database/query'
import { idleJob } from '@/src/mechanisms/exchange/run/idle'
import { enqueueImport, workInTurn } from '@/src/mechanisms/exchange/run/startImport'
import { inTurn } from '@/src/mechanisms/exchange/run/turn'
import { enqueue } from '@/src/mechanisms/jobs/enqueue'
import { startWorker } from '@/src/mechanisms/jobs/worker'
import { settings } from '@/src/lib/settings'
import { demoCatalogue, importXml } from '@/tests/emulator/catalogue-xml'
import { countRows, waitForQueue } from '@/tests/support/exchange'
import { exchangeGround } from '@/tests/support/exchangeGround'
import { makeExchangeNode, oneCAt, rawDialogue } from '@/tests/support/onec'

const ground = exchangeGround()

const PICTURES = 60
const many = demoCatalogue({ products: PICTURES, seed: 'many' })
const one = demoCatalogue({ products: 1, seed: 'one' })
const imageOf = (n: number): Promise<Buffer> =>
  sharp({ create: { width: 1_600, height: 1_200, channels: 3, background: { r: n * 4, g: 90, b: 90 } } })
    .png()
    .toBuffer()

const madePictures = (): Promise<number> => countRows(ground.payload, 'media')
async function until(what: () => Promise<boolean>, seconds: number): Promise<boolean> {
  for (
    const end = Date.now() + seconds * 1_000;
    Date.now() < end;
    await new Promise((resolve) => setTimeout(resolve, 50))
  )
    if (await what()) return true
  return false
}

describe('nodes side by side', () => {
  it(
    'a product of one node is there while the pictures of another are made, and those go on',
    { timeout: 120_000 },
    async () => {
      await makeExchangeNode(ground.payload, { name: 'Розница', login: '1c-2' })
      const files = await Promise.all(
        many.products.map(async (product, n) => ({
          name: `import_files/${n}.png`,
          content: await imageOf(n),
          product,
        })),
      )
      const goods = importXml({ ...many, products: files.map(({ name, product }) => ({ ...product, picture: name })) })
      await ground.stopWorker()
      const worker = await startWorker(ground.payload, settings().DATABASE_URL)
      try {
        await oneCAt(ground.url).sendCatalogue({
          files: [{ name: 'import.xml', content: goods }, ...files.map(({ name, content }) => ({ name, content }))],
        })
        expect(await countRows(ground.payload, 'products')).toBe(PICTURES)
        await execute(
          ground.payload,
          sql`update pgboss.job set start_after = now() where name = 'pictures' and state = 'created'`,
        )
        expect(await until(async () => (await madePictures()) > 2, 30)).toBe(true)
        const other = await rawDialogue(ground.url, 'catalog', '1c-2')
        await other.init()
        await other.file('import.xml', importXml(one))
        expect(await other.import('import.xml')).toBe('success')
        expect(await countRows(ground.payload, 'products', `external_id = '${one.products[0]?.id}'`)).toBe(1)
        expect(await madePictures()).toBeLessThan(PICTURES)
        expect(await until(async () => (await madePictures()) === PICTURES, 60)).toBe(true)
      } finally {
        await worker.stop()
      }
    },
  )

  it('what a node sends is applied in its order, by one worker at a time, and no other node waits for it', async () => {
    await makeExchangeNode(ground.payload, { name: 'Розница', login: '1c-2' })
    const req = await createLocalReq({}, ground.payload)
    const sent = async (login: string, names: string[]): Promise<void> => {
      const oneC = await rawDialogue(ground.url, 'catalog', login)
      await oneC.init()
      for (const name of names) await oneC.file(name, importXml(one))
      await execute(
        ground.payload,
        sql`update exchange_sessions set seen_at = now() - interval '3 minutes' where fresh <> '{}'`,
      )
    }
    await inTurn(ground.node, async () => {
      await sent('1c', ['import0_2.xml', 'import0_1.xml'])
      await sent('1c-2', ['import.xml'])
      await enqueue(ground.payload, idleJob, {})
      await waitForQueue(ground.payload)
      expect(
        await query(
          ground.payload,
          sql`select n.login, f.name, f.status::text from exchange_files f join exchange_runs r on r.id = f.run_id join exchange_nodes n on n.id = r.node_id order by 1, 2`,
        ),
      ).toEqual([
        { login: '1c', name: 'import0_1.xml', status: 'received' },
        { login: '1c', name: 'import0_2.xml', status: 'received' },
        { login: '1c-2', name: 'import.xml', status: 'done' },
      ])
    })
    await enqueueImport(req, ground.node)
    await waitForQueue(ground.payload)
    expect(
      await query(
        ground.payload,
        sql`select f.name, f.status::text from exchange_files f join exchange_runs r on r.id = f.run_id where r.node_id::text = ${ground.node} order by f.updated_at`,
      ),
    ).toEqual([
      { name: 'import0_1.xml', status: 'done' },
      { name: 'import0_2.xml', status: 'done' },
    ])
  })

  it('a file that comes while something else is done for its node is applied after that, and waits for nobody', async () => {
    const req = await createLocalReq({}, ground.payload)
    await workInTurn(req, ground.node, async () => {
      const oneC = await rawDialogue(ground.url, 'catalog', '1c')
      await oneC.init()
      await oneC.file('import.xml', importXml(one))
      await execute(ground.payload, sql`update exchange_sessions set seen_at = now() - interval '3 minutes'`)
      await enqueue(ground.payload, idleJob, {})
      await waitForQueue(ground.payload)
      expect(await countRows(ground.payload, 'exchange_files', `status = 'received'`)).toBe(1)
    })
    await waitForQueue(ground.payload)
    expect(await countRows(ground.payload, 'exchange_files', `status = 'done'`)).toBe(1)
  })

  it('a file that breaks the portal is said and makes room for the next one', async () => {
    await ground.stopWorker()
    await execute(
      ground.payload,
      sql`create function x_files_break() returns trigger language plpgsql as $$ begin if new.name = 'Сломай' then raise exception 'no' using errcode = 'XX000'; end if; return new; end $$`,
    )
    await execute(
      ground.payload,
      sql`create trigger x_files_break before insert on products for each row execute function x_files_break()`,
    )
    try {
      const [product] = one.products
      if (!product) throw new Error('a product')
      ground.startWorker()
      const oneC = await rawDialogue(ground.url)
      await oneC.init()
      await oneC.file(
        'import0_1.xml',
        importXml({ ...one, products: [{ ...product, id: crypto.randomUUID(), name: 'Сломай' }] }),
      )
      await oneC.file('import0_2.xml', importXml(one))
      expect(await oneC.import('import0_1.xml')).toBe(
        'failure\nПортал не смог применить файл: ошибка на нашей стороне. Файл сохранён, его можно повторить',
      )
      expect(await oneC.import('import0_2.xml')).toBe('success')
    } finally {
      await execute(ground.payload, sql`drop function x_files_break cascade`)
    }
  })
})
