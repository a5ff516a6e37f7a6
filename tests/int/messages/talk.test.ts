import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'
import sharp from 'sharp'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sendMessage } from '@/app/(cabinet)/_talk/sendMessage'
import type { SentFile } from '@/collections/documents/document-files/storeSentFiles'
import { remarksOf } from '@/src/mechanisms/comments/remarks'
import { query } from '@/src/mechanisms/database/query'
import { builders, type Builders } from '@/tests/builders/builders'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'

let payload: Payload
let build: Builders
let company: string
let client: string

const pdf = (name = 'Доверенность № 5.pdf'): SentFile => ({
  name,
  mime: 'application/pdf',
  bytes: Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\nxref\n0 1\ntrailer<<>>\nstartxref\n9\n%%EOF'),
})
const photo = async (name = 'IMG_1.jpg'): Promise<SentFile> => ({
  name,
  mime: 'image/jpeg',
  bytes: await sharp({ create: { width: 20, height: 20, channels: 3, background: '#808080' } })
    .withExif({ IFD0: { Copyright: 'SECRET-PLACE' } })
    .jpeg()
    .toBuffer(),
})
const send = async (entity: string, id: string, body: string, files: SentFile[] = [], person = client) =>
  sendMessage(await build.as('users', person), { entity, id, body, files })
const stored = () =>
  query<{ title: string; filename: string; company: string; uploader: string | null }>(
    payload,
    sql`select title, filename, company_id::text as company, uploader_id::text as uploader from document_files order by created_at`,
  )

describe('a message to the manager', () => {
  beforeAll(async () => {
    payload = await getTestPayload()
    build = builders(payload)
  })
  beforeEach(async () => {
    await emptyDatabase()
    company = await build.company({ managerId: await build.staff() })
    client = await build.user({ companies: [company] })
  })

  it.each(['orders', 'contracts', 'documents'] as const)(
    'goes with several files from an %s and is read there',
    async (entity) => {
      const id = await { orders: build.order, contracts: build.contract, documents: build.document }[entity]({
        companyId: company,
      })
      await send(entity, id, 'Посмотрите, пожалуйста', [pdf(), await photo()])
      const context = await build.context('users', client, company)
      const [remark] = await remarksOf(context, entity, id)
      expect(remark).toMatchObject({ body: 'Посмотрите, пожалуйста', side: 'client', own: true })
      expect(remark?.files.map(({ title }) => title)).toEqual(['Доверенность № 5.pdf', 'IMG_1.jpg'])
      for (const file of await stored()) {
        expect(file).toMatchObject({ company, uploader: client })
        expect(file.filename).toMatch(/^[0-9a-f-]{36}\.(pdf|jpg)$/)
      }
    },
  )

  it('needs no words beside a file, and no file beside words', async () => {
    const order = await build.order({ companyId: company })
    await send('orders', order, '', [pdf()])
    await send('orders', order, 'Без файла')
    expect(await remarksOf(await build.context('users', client, company), 'orders', order)).toHaveLength(2)
    await expect(send('orders', order, ' ')).rejects.toMatchObject({
      code: 'comment.empty',
      status: 422,
      field: 'body',
    })
  })

  it('is refused whole where one file is none: nothing is kept, nothing is said', async () => {
    const order = await build.order({ companyId: company })
    const bad: Array<[SentFile[], string]> = [
      [[pdf(), { name: 'x.pdf', mime: 'application/pdf', bytes: Buffer.from('<html>') }], 'file.mismatch'],
      [[pdf(), { name: 'x.svg', mime: 'image/svg+xml', bytes: Buffer.from('<svg/>') }], 'file.typeRefused'],
      [[pdf(), { name: 'x.pdf', mime: 'application/pdf', bytes: Buffer.alloc(0) }], 'file.empty'],
      [[pdf(), { name: 'x.pdf', mime: 'application/pdf', bytes: Buffer.alloc(10 * 1024 * 1024 + 1) }], 'file.tooLarge'],
      [Array.from({ length: 11 }, () => pdf()), 'files.tooMany'],
    ]
    for (const [files, code] of bad)
      await expect(send('orders', order, 'Текст', files)).rejects.toMatchObject({ code, field: 'files' })
    expect([await stored(), await remarksOf(await build.context('users', client, company), 'orders', order)]).toEqual([
      [],
      [],
    ])
  })

  it('is nobody else’s: a stranger’s order is not there, and whoever sees no documents sends no files', async () => {
    const order = await build.order({ companyId: company })
    const stranger = await build.user({ companies: [await build.company()] })
    await expect(send('orders', order, 'Привет', [pdf()], stranger)).rejects.toMatchObject({ code: 'entity.notFound' })
    const buyer = await build.user({ companies: [company], capabilities: ['orders.read'] })
    await send('orders', order, 'Привет', [], buyer)
    await expect(send('orders', order, 'Привет', [pdf()], buyer)).rejects.toMatchObject({ status: 403 })
    expect(await stored()).toEqual([])
    await expect(send('payments', order, 'Привет')).rejects.toMatchObject({ code: 'entity.notFound' })
  })

  it('a picture loses what is hidden in it', async () => {
    const order = await build.order({ companyId: company })
    const file = await photo()
    expect(file.bytes.toString('latin1')).toContain('SECRET-PLACE')
    await send('orders', order, '', [file])
    const [kept] = await query<{ filesize: number }>(
      payload,
      sql`select filesize::float8 as filesize from document_files`,
    )
    expect(kept?.filesize).toBeLessThan(file.bytes.length)
  })
})
