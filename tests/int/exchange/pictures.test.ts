import { readFile } from 'node:fs/promises'
import { sql } from '@payloadcms/db-postgres/drizzle'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { execute, query } from '@/src/mechanisms/database/query'
import { demoCatalogue, importXml } from '@/tests/emulator/catalogue-xml'
import { countRows, fallSilent, listIssues, runJobNamed, waitForQueue } from '@/tests/support/exchange'
import { exchangeGround } from '@/tests/support/exchangeGround'
import { oneCAt, rawDialogue } from '@/tests/support/onec'

const ground = exchangeGround()

const NAME = 'import_files/ab/ab12.png'
const base = demoCatalogue({ products: 2 })
const [first, second] = base.products
if (!first || !second) throw new Error('two products')
const FIRST = first.id
const goods = importXml({
  ...base,
  products: [
    { ...first, picture: NAME },
    { ...second, picture: null },
  ],
})
const image = (red: number): Promise<Buffer> =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: { r: red, g: 90, b: 90 } } })
    .png()
    .toBuffer()

async function send(files: { name: string; content: string | Buffer }[], zip = true): Promise<void> {
  await oneCAt(ground.url, { zip }).sendCatalogue({ files })
  await waitForQueue(ground.payload)
}
/** Pictures of the first product in their order, 1C's by their names, an editor's by theirs. */
const shown = async () =>
  (
    await query<{ name: string }>(
      ground.payload,
      sql`select coalesce(m.external_path, m.alt) as name from products_rels r join products p on p.id = r.parent_id join media m on m.id = r.media_id
          where r.path = 'images' and p.external_id = ${first.id} order by r."order"`,
    )
  ).map(({ name }) => name)
/** What an editor does in the panel: own pictures and those of 1C in the order that is given. */
async function arrange(order: readonly string[]): Promise<void> {
  const images: string[] = []
  for (const name of order) {
    const known = await ground.payload.find({
      collection: 'media',
      where: { or: [{ externalPath: { equals: name } }, { alt: { equals: name } }] },
    })
    const data = await image(77)
    const file = { data, mimetype: 'image/png', name: `${name}.png`, size: data.length }
    images.push(
      String(known.docs[0]?.id ?? (await ground.payload.create({ collection: 'media', data: { alt: name }, file })).id),
    )
  }
  await ground.payload.update({ collection: 'products', where: { externalId: { equals: FIRST } }, data: { images } })
}
const hung = () =>
  query<{ product: string; media: string; path: string; bytes: string }>(
    ground.payload,
    sql`select p.external_id as product, m.id::text as media, m.external_path as path, m.content_hash as bytes from products_rels r
        join products p on p.id = r.parent_id join media m on m.id = r.media_id where r.path = 'images' order by 1`,
  )

describe('[EXCH-16] pictures of goods', () => {
  it.each([true, false])('land at their product (zip %s), and the same again is not made again', async (zip) => {
    const files = [
      { name: 'import.xml', content: goods },
      { name: NAME, content: await image(10) },
    ]
    await send(files, zip)
    const before = await hung()
    expect(before).toMatchObject([{ product: first.id, path: NAME }])
    await send(files, zip)
    expect(await hung()).toEqual(before)
    expect(await countRows(ground.payload, 'media')).toBe(1)
    expect(await listIssues(ground.payload)).toEqual([])
  })

  it('another picture under the same name takes the place of the former', async () => {
    await send([
      { name: 'import.xml', content: goods },
      { name: NAME, content: await image(10) },
    ])
    const [before] = await hung()
    await send([
      { name: 'import.xml', content: goods },
      { name: NAME, content: await image(200) },
    ])
    const [after] = await hung()
    expect(after?.media).toBe(before?.media)
    expect(after?.bytes).not.toBe(before?.bytes)
    expect(await countRows(ground.payload, 'media')).toBe(1)
  })

  it.each([
    ['text', Buffer.from('это не картинка')],
    ['a page', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['half a picture', null],
  ])('one that is %s is told, the goods stay, and the run goes on', async (_what, bytes) => {
    const content =
      bytes ??
      (
        await sharp({ create: { width: 400, height: 300, channels: 3, background: '#345' } })
          .png()
          .toBuffer()
      ).subarray(0, 120)
    await send([
      { name: 'import.xml', content: goods },
      { name: NAME, content },
    ])
    expect(await countRows(ground.payload, 'products', 'active')).toBe(2)
    expect(await hung()).toEqual([])
    expect(await listIssues(ground.payload)).toMatchObject([
      {
        entity: 'pictures',
        external: first.id,
        code: 'exchange.brokenPicture',
        status: 'open',
        message: `Картинка ${NAME} не читается: товар остался без неё`,
      },
    ])
    expect(await query(ground.payload, sql`select status::text from exchange_runs`)).toEqual([{ status: 'partial' }])
    await send([
      { name: 'import.xml', content: goods },
      { name: NAME, content: await image(10) },
    ])
    expect(await hung()).toHaveLength(1)
  })

  it('a broken one does not take away the picture that stood there', async () => {
    await send([
      { name: 'import.xml', content: goods },
      { name: NAME, content: await image(10) },
    ])
    const before = await hung()
    await send([
      { name: 'import.xml', content: goods },
      { name: NAME, content: Buffer.from('сломано') },
    ])
    expect(await hung()).toEqual(before)
    expect((await listIssues(ground.payload)).map(({ code }) => code)).toEqual(['exchange.brokenPicture'])
  })

  it('one that never came fails nothing, and one line of the run says how many', async () => {
    const two = importXml({
      ...base,
      products: [
        { ...first, picture: NAME },
        { ...second, picture: 'import_files/cd/cd34.png' },
      ],
    })
    await send([{ name: 'import.xml', content: two }])
    expect([await countRows(ground.payload, 'products'), (await hung()).length]).toEqual([2, 0])
    await fallSilent(ground.payload)
    const said = (count: number, example: string, product: string) =>
      `Картинок не прислано: ${count}, например ${example} (товар «${product}»). Проверьте в 1С, выгружаются ли файлы картинок`
    expect(await listIssues(ground.payload)).toMatchObject([
      {
        entity: 'pictures',
        external: null,
        code: 'exchange.picturesMissing',
        status: 'open',
        message: said(2, NAME, first.name),
      },
    ])
    // One of them comes by a run that does not name the other's product: one line is left, about the other.
    await send([
      { name: 'import.xml', content: importXml({ ...base, products: [{ ...first, picture: NAME }] }) },
      { name: NAME, content: await image(10) },
    ])
    await fallSilent(ground.payload)
    expect(
      (await listIssues(ground.payload)).filter(({ entity, status }) => entity === 'pictures' && status === 'open'),
    ).toMatchObject([{ message: said(1, 'import_files/cd/cd34.png', second.name) }])
    // It comes too, and nothing is left to say.
    await send([
      { name: 'import.xml', content: two },
      { name: 'import_files/cd/cd34.png', content: await image(20) },
    ])
    await fallSilent(ground.payload)
    expect(await countRows(ground.payload, 'exchange_issues', `status = 'open' and entity = 'pictures'`)).toBe(0)
    expect(await hung()).toHaveLength(2)
  })

  it('those that are sent after the last import are taken when 1C has fallen silent', async () => {
    const oneC = await rawDialogue(ground.url)
    await oneC.init()
    await oneC.file('import.xml', goods)
    expect(await oneC.import('import.xml')).toBe('success')
    await waitForQueue(ground.payload)
    await oneC.file(NAME, new Uint8Array(await image(10)))
    await fallSilent(ground.payload)
    expect(await hung()).toHaveLength(1)
    expect(await listIssues(ground.payload)).toEqual([])
  })

  describe('[EXCH-16] beside those of an editor', () => {
    const OTHER = 'import_files/ab/cd34.png'
    const withPictures = (...pictures: string[]) =>
      importXml({
        ...base,
        products: [
          { ...first, picture: NAME },
          { ...second, picture: null },
        ],
      }).replace(`<Картинка>${NAME}</Картинка>`, pictures.map((name) => `<Картинка>${name}</Картинка>`).join(''))
    const sendOne = async () =>
      send([
        { name: 'import.xml', content: withPictures(NAME) },
        { name: NAME, content: await image(10) },
      ])
    const sendTwo = async () =>
      send([
        { name: 'import.xml', content: withPictures(OTHER, NAME) },
        { name: OTHER, content: await image(20) },
        { name: NAME, content: await image(10) },
      ])

    it('an own one stays the main one, others stay behind, whatever 1C sends, and when its pictures end', async () => {
      await sendOne()
      await arrange(['own main', NAME, 'own last'])
      await sendTwo()
      expect(await shown()).toEqual(['own main', OTHER, NAME, 'own last'])
      await send([{ name: 'import.xml', content: withPictures() }])
      expect(await shown()).toEqual(['own main', 'own last'])
      await sendOne()
      expect(await shown()).toEqual(['own main', 'own last', NAME])
    })

    it('an own one behind the picture of 1C is not made the main one', async () => {
      await sendOne()
      await arrange([NAME, 'own'])
      await sendTwo()
      expect(await shown()).toEqual([OTHER, NAME, 'own'])
    })

    it('own ones among those of 1C keep their places while 1C sends the same', async () => {
      await sendTwo()
      await arrange([OTHER, 'own', NAME])
      await sendTwo()
      expect(await shown()).toEqual([OTHER, 'own', NAME])
    })
  })

  describe('[EXCH-16] and a new beginning of the same session', () => {
    /** A session whose goods and pictures have come, and whose pictures have not been hung yet. */
    async function upload(): Promise<Awaited<ReturnType<typeof rawDialogue>>> {
      const oneC = await rawDialogue(ground.url)
      await oneC.init()
      await oneC.file('import.xml', goods)
      await oneC.file(NAME, new Uint8Array(await image(10)))
      return oneC
    }

    it('pictures that wait for their lane are hung all the same', async () => {
      const oneC = await upload()
      expect(await oneC.import('import.xml')).toBe('success')
      await oneC.init()
      await waitForQueue(ground.payload)
      expect(await shown()).toEqual([NAME])
      await fallSilent(ground.payload)
      expect(await listIssues(ground.payload)).toEqual([])
    })

    it('files that wait for their import, or were never asked for, are applied as they came', async () => {
      await ground.stopWorker()
      const oneC = await upload()
      expect(await oneC.init()).toContain('file_limit=')
      ground.startWorker()
      await waitForQueue(ground.payload)
      expect(await countRows(ground.payload, 'products')).toBe(2)
      expect(await shown()).toEqual([NAME])
      await oneC.file(
        'import.xml',
        importXml({
          ...base,
          products: [
            { ...first, name: 'Позже', picture: NAME },
            { ...second, picture: null },
          ],
        }),
      )
      expect(await oneC.import('import.xml')).toBe('success')
      await waitForQueue(ground.payload)
      expect(await countRows(ground.payload, 'products', `name = 'Позже'`)).toBe(1)
      await fallSilent(ground.payload)
      expect(await listIssues(ground.payload)).toEqual([])
      expect(await query(ground.payload, sql`select status::text from exchange_runs`)).toEqual([
        { status: 'done' },
        { status: 'done' },
      ])
    })

    it('pictures that came after the last import are hung, too', async () => {
      const oneC = await rawDialogue(ground.url)
      await oneC.init()
      await oneC.file('import.xml', goods)
      expect(await oneC.import('import.xml')).toBe('success')
      await oneC.file(NAME, new Uint8Array(await image(10)))
      await oneC.init()
      await waitForQueue(ground.payload)
      expect(await shown()).toEqual([NAME])
    })

    it('each run keeps its own bytes, and all of them go when their time is over', async () => {
      const later = importXml({
        ...base,
        products: [
          { ...first, picture: NAME },
          { ...second, name: 'Другое', picture: null },
        ],
      })
      const oneC = await upload()
      expect(await oneC.import('import.xml')).toBe('success')
      await waitForQueue(ground.payload)
      await oneC.init()
      await oneC.file('import.xml', later)
      expect(await oneC.import('import.xml')).toBe('success')
      const files = await query<{ path: string }>(
        ground.payload,
        sql`select path from exchange_files order by created_at`,
      )
      expect(await Promise.all(files.map(({ path }) => readFile(path, 'utf8')))).toEqual([goods, later])
      await waitForQueue(ground.payload)
      await execute(ground.payload, sql`update exchange_sessions set seen_at = now() - interval '91 days'`)
      await runJobNamed(ground.payload, 'exchange.sweepSpool')
      for (const { path } of files) await expect(readFile(path)).rejects.toThrow('ENOENT')
    })
  })

  it('archives inside the archive are named', async () => {
    await send([
      { name: 'import.xml', content: goods },
      { name: 'pictures.rar', content: 'x' },
    ])
    await fallSilent(ground.payload)
    expect(
      (await listIssues(ground.payload)).map(({ code, message }) => [code, message.replace(/v8_\w+/, 'v8')]),
    ).toContainEqual([
      'zip.inner',
      'В архиве v8.zip лежат другие архивы, их не распаковывали: pictures.rar. Положите файлы прямо в архив',
    ])
  })
})
