import { sql } from '@payloadcms/db-postgres/drizzle'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { query } from '@/src/mechanisms/database/query'
import { demoCatalogue, importXml } from '@/tests/emulator/catalogue-xml'
import { countRows, fallSilent, listIssues, waitForQueue } from '@/tests/support/exchange'
import { exchangeGround } from '@/tests/support/exchangeGround'
import { oneCAt, rawDialogue } from '@/tests/support/onec'

const ground = exchangeGround()

const NAME = 'import_files/ab/ab12.png'
const base = demoCatalogue({ products: 2 })
const [first, second] = base.products
if (!first || !second) throw new Error('two products')
const goods = importXml({ ...base, products: [{ ...first, picture: NAME }, { ...second, picture: null }] })
const image = (red: number): Promise<Buffer> => sharp({ create: { width: 40, height: 30, channels: 3, background: { r: red, g: 90, b: 90 } } }).png().toBuffer()

async function send(files: { name: string; content: string | Buffer }[], zip = true): Promise<void> {
  await oneCAt(ground.url, { zip }).sendCatalogue({ files })
  await waitForQueue(ground.payload)
}
const hung = () =>
  query<{ product: string; media: string; path: string; bytes: string }>(
    ground.payload,
    sql`select p.external_id as product, m.id::text as media, m.external_path as path, m.content_hash as bytes from products_rels r
        join products p on p.id = r.parent_id join media m on m.id = r.media_id where r.path = 'images' order by 1`,
  )

describe('[EXCH-16] pictures of goods', () => {
  it.each([true, false])('land at their product (zip %s), and the same again is not made again', async (zip) => {
    const files = [{ name: 'import.xml', content: goods }, { name: NAME, content: await image(10) }]
    await send(files, zip)
    const before = await hung()
    expect(before).toMatchObject([{ product: first.id, path: NAME }])
    await send(files, zip)
    expect(await hung()).toEqual(before)
    expect(await countRows(ground.payload, 'media')).toBe(1)
    expect(await listIssues(ground.payload)).toEqual([])
  })

  it('another picture under the same name takes the place of the former', async () => {
    await send([{ name: 'import.xml', content: goods }, { name: NAME, content: await image(10) }])
    const [before] = await hung()
    await send([{ name: 'import.xml', content: goods }, { name: NAME, content: await image(200) }])
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
    const content = bytes ?? (await sharp({ create: { width: 400, height: 300, channels: 3, background: '#345' } }).png().toBuffer()).subarray(0, 120)
    await send([{ name: 'import.xml', content: goods }, { name: NAME, content }])
    expect(await countRows(ground.payload, 'products', 'active')).toBe(2)
    expect(await hung()).toEqual([])
    expect(await listIssues(ground.payload)).toMatchObject([{ entity: 'pictures', external: first.id, code: 'exchange.brokenPicture', status: 'open', message: `Картинка ${NAME} не читается: товар остался без неё` }])
    expect(await query(ground.payload, sql`select status::text from exchange_runs`)).toEqual([{ status: 'partial' }])
    await send([{ name: 'import.xml', content: goods }, { name: NAME, content: await image(10) }])
    expect(await hung()).toHaveLength(1)
  })

  it('a broken one does not take away the picture that stood there', async () => {
    await send([{ name: 'import.xml', content: goods }, { name: NAME, content: await image(10) }])
    const before = await hung()
    await send([{ name: 'import.xml', content: goods }, { name: NAME, content: Buffer.from('сломано') }])
    expect(await hung()).toEqual(before)
    expect((await listIssues(ground.payload)).map(({ code }) => code)).toEqual(['exchange.brokenPicture'])
  })

  it('one that never came fails nothing, and one line of the run says how many', async () => {
    const two = importXml({ ...base, products: [{ ...first, picture: NAME }, { ...second, picture: 'import_files/cd/cd34.png' }] })
    await send([{ name: 'import.xml', content: two }])
    expect([await countRows(ground.payload, 'products'), (await hung()).length]).toEqual([2, 0])
    await fallSilent(ground.payload)
    const said = (count: number, example: string, product: string) => `Картинок не прислано: ${count}, например ${example} (товар «${product}»). Проверьте в 1С, выгружаются ли файлы картинок`
    expect(await listIssues(ground.payload)).toMatchObject([{ entity: 'pictures', external: null, code: 'exchange.picturesMissing', status: 'open', message: said(2, NAME, first.name) }])
    // One of them comes by a run that does not name the other's product: one line is left, about the other.
    await send([{ name: 'import.xml', content: importXml({ ...base, products: [{ ...first, picture: NAME }] }) }, { name: NAME, content: await image(10) }])
    await fallSilent(ground.payload)
    expect((await listIssues(ground.payload)).filter(({ entity, status }) => entity === 'pictures' && status === 'open')).toMatchObject([{ message: said(1, 'import_files/cd/cd34.png', second.name) }])
    // It comes too, and nothing is left to say.
    await send([{ name: 'import.xml', content: two }, { name: 'import_files/cd/cd34.png', content: await image(20) }])
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

  it('archives inside the archive are named', async () => {
    await send([{ name: 'import.xml', content: goods }, { name: 'pictures.rar', content: 'x' }])
    await fallSilent(ground.payload)
    expect((await listIssues(ground.payload)).map(({ code, message }) => [code, message.replace(/v8_\w+/, 'v8')])).toContainEqual(['zip.inner', 'В архиве v8.zip лежат другие архивы, их не распаковывали: pictures.rar. Положите файлы прямо в архив'])
  })
})
