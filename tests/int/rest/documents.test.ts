import { sql } from '@payloadcms/db-postgres/drizzle'
import { beforeEach, describe, expect, it } from 'vitest'
import { requestDocument } from '@/collections/documents/document-requests/document-request.actions'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { drainJobs } from '@/tests/support/jobs'
import { pdf, results, world, type World } from './world'

let it1c: World
let company: string
const day = new Date().toISOString().slice(0, 10)
const invoice = { externalId: 'i-1', company: 'co-1', kind: 'invoice', number: '318', date: day, total: '182400.00' }

beforeEach(async () => {
  it1c = await world()
  await it1c.put('companies', [{ externalId: 'co-1', name: 'Первый', inn: '7707083893' }])
  company = (await it1c.one<{ id: string }>(sql`select id::text from companies`)).id
})

const form = (bytes: Buffer, fields: Record<string, string> = {}): FormData => {
  const data = new FormData()
  data.set('file', new Blob([new Uint8Array(bytes)], { type: 'application/pdf' }), 'any.pdf')
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}
const files = () =>
  it1c.rows<{ company: string; internal: boolean; mime: string }>(
    sql`select company_id::text as company, internal, mime_type as mime from document_files order by created_at`,
  )

describe('documents over REST', () => {
  it('[ERP-03] [EXCH-18] takes documents with and without a file, and refuses what is no PDF', async () => {
    const reply = await it1c.put('documents', [
      invoice,
      { ...invoice, externalId: 'i-2', file: pdf().toString('base64') },
      { ...invoice, externalId: 'i-3', file: Buffer.from('<html>').toString('base64') },
      { ...invoice, externalId: 'i-4', file: '!!!' },
      { ...invoice, externalId: 'i-7', file: Buffer.from('%PDF-1.4 cut off').toString('base64') },
      { ...invoice, externalId: 'i-5', kind: 'love-letter' },
      { ...invoice, externalId: 'i-6', company: 'co-9' },
    ])
    expect(reply.body.map((it: { result: string; code?: string }) => it.code ?? it.result)).toEqual([
      'created',
      'created',
      'file.mismatch',
      'file.broken',
      'file.mismatch',
      'exchange.fieldInvalid',
      'exchange.waitsFor',
    ])
    expect(await files()).toEqual([{ company, internal: false, mime: 'application/pdf' }])
    expect(
      (await it1c.call('GET', 'documents?externalId=i-1&externalId=i-2')).body.items
        .map((it: { hasFile: boolean }) => it.hasFile)
        .sort(),
    ).toEqual([false, true])
    expect(
      results(
        await it1c.put('documents', [invoice, { ...invoice, externalId: 'i-2', file: pdf().toString('base64') }]),
      ),
    ).toEqual(['same', 'same'])
    expect(results(await it1c.put('documents', [{ ...invoice, cancelled: true }]))).toEqual(['changed'])
  })

  it('[EXCH-18] takes the file apart; the same bytes change nothing, others replace it and close the former', async () => {
    await it1c.put('documents', [invoice])
    const send = (bytes: Buffer, id = 'i-1') => it1c.call('POST', `documents/${id}/file`, { form: form(bytes) })
    expect((await send(pdf())).body).toMatchObject({ externalId: 'i-1', result: 'created' })
    expect((await send(pdf())).body).toMatchObject({ result: 'same' })
    expect((await send(pdf('two'))).body).toMatchObject({ result: 'changed' })
    expect((await files()).map(({ internal }) => internal)).toEqual([true, false])
    expect(await send(Buffer.from('MZ'))).toMatchObject({ status: 422, body: { code: 'file.mismatch' } })
    expect((await send(pdf(), 'i-9')).status).toBe(404)
    expect((await send(Buffer.concat([pdf(), Buffer.alloc(6 * 1024 * 1024)]))).status).toBe(413)
    expect((await it1c.call('POST', 'documents/i-1/file', { body: {} })).status).toBe(400)
  })

  it('[ERP-03] tells the people of the company who see documents, and nobody else', async () => {
    const reader = await it1c.make.user({ companies: [company], capabilities: ['documents.read'] })
    await it1c.make.user({ companies: [company], capabilities: ['orders.read'] })
    await it1c.put('documents', [invoice, { ...invoice, externalId: 'old', number: '1', date: '2020-01-01' }])
    await drainJobs(it1c.payload)
    const told = await it1c.rows<{ user: string; title: string }>(
      sql`select user_id::text as "user", title from notifications where key = 'client'`,
    )
    expect(told).toEqual([{ user: reader, title: 'Счёт на оплату № 318' }])
  })
})

describe('documents on demand', () => {
  const ask = async (input: Record<string, unknown>, user: string) =>
    runAction(requestDocument, {
      req: await it1c.make.as('users', user),
      input: input as Parameters<typeof runAction<typeof requestDocument.input, unknown>>[1]['input'],
    })
  const lease = async (options = {}): Promise<Array<Record<string, unknown>>> =>
    (await it1c.call('GET', 'document-requests', options)).body.requests
  let reader: string
  beforeEach(async () => {
    reader = await it1c.make.user({ companies: [company], capabilities: ['documents.read'] })
    await it1c.put('documents', [invoice])
  })
  const documentId = async (): Promise<string> =>
    (await it1c.one<{ id: string }>(sql`select id::text from documents where external_id = 'i-1'`)).id

  it('[EXCH-18] [CONTR-12] a copy is asked for, leased once, answered once, and the client is told', async () => {
    const { id } = await ask({ kind: 'copy', document: await documentId() }, reader)
    expect(await ask({ kind: 'copy', document: await documentId() }, reader)).toEqual({ id, status: 'waiting' })
    const [mine] = await lease()
    expect(mine).toMatchObject({
      id,
      kind: 'copy',
      documentExternalId: 'i-1',
      companyExternalId: 'co-1',
      format: 'pdf',
      attempt: 1,
    })
    expect(await lease()).toEqual([])
    const done = await it1c.call('POST', `document-requests/${id}/result`, { form: form(pdf()) })
    expect(done.body).toEqual({ id, status: 'done', repeated: false })
    const again = await it1c.call('POST', `document-requests/${id}/result`, { body: { result: 'denied' } })
    expect(again.body).toEqual({ id, status: 'done', repeated: true })
    expect(await it1c.rows(sql`select id from documents where file_id is not null`)).toHaveLength(1)
    await drainJobs(it1c.payload)
    expect(await it1c.rows(sql`select title from notifications where title like 'Готово%'`)).toEqual([
      { title: 'Готово: Счёт на оплату № 318' },
    ])
  })

  it('[EXCH-18] [CONTR-12] an expired lease comes back; a late answer still counts', async () => {
    const { id } = await ask({ kind: 'copy', document: await documentId() }, reader)
    await lease()
    await it1c.rows(sql`update document_requests set leased_until = now() - interval '1 second'`)
    const other = await it1c.node()
    expect(await lease({ auth: `Bearer ${other.token}` })).toMatchObject([{ id, attempt: 2 }])
    expect((await it1c.call('POST', `document-requests/${id}/result`, { form: form(pdf()) })).body.status).toBe('done')
  })

  it('[EXCH-18] a document that is given to another client is told of in its own sum and currency, though neither is sent again', async () => {
    const day = new Date().toISOString().slice(0, 10)
    const item = { externalId: 'i-7', kind: 'invoice', number: '7', date: day }
    await it1c.put('companies', [
      { externalId: 'co-7', name: 'Седьмой' },
      { externalId: 'co-8', name: 'Восьмой' },
    ])
    expect(
      results(await it1c.put('documents', [{ ...item, company: 'co-7', total: '100.00', currency: 'USD' }])),
    ).toEqual(['created'])
    expect(results(await it1c.put('documents', [{ ...item, company: 'co-8' }]))).toEqual(['changed'])
    expect(
      await it1c.rows(
        sql`select data->'sum' as sum, data->'date' as day from events where type = 'document.published' and data->>'number' = '7' order by created_at`,
      ),
    ).toEqual(Array(2).fill({ sum: { amount: 100_00, currency: 'USD' }, day: { date: day } }))
  })

  it('[EXCH-18] two nodes that poll at the same moment never get the same request', async () => {
    for (let month = 1; month <= 8; month += 1) {
      await ask(
        { kind: 'reconciliation', company, periodFrom: `2026-0${month}-01`, periodTo: `2026-0${month}-28` },
        reader,
      )
    }
    const other = await it1c.node()
    const taken = await Promise.all([
      it1c.call('GET', 'document-requests?limit=5'),
      it1c.call('GET', 'document-requests?limit=5', { auth: `Bearer ${other.token}` }),
    ])
    const ids = taken.flatMap(({ body }) => body.requests.map((it: { id: string }) => it.id))
    expect(new Set(ids).size).toBe(8)
    expect(ids).toHaveLength(8)
  })

  it('[CONTR-12] a reconciliation becomes a document; not found and denied are final', async () => {
    const period = { kind: 'reconciliation', company, periodFrom: '2026-01-01', periodTo: '2026-03-31' }
    const first = await ask(period, reader)
    expect((await lease())[0]).toMatchObject({
      kind: 'reconciliation',
      inn: '7707083893',
      periodFrom: '2026-01-01',
      periodTo: '2026-03-31',
    })
    expect((await it1c.call('POST', `document-requests/${first.id}/result`, { body: {} })).body).toMatchObject({
      code: 'file.empty',
      field: 'file',
    })
    const body = { file: pdf().toString('base64'), number: '15', date: '2026-04-02' }
    expect((await it1c.call('POST', `document-requests/${first.id}/result`, { body })).body.status).toBe('done')
    expect(
      await it1c.one(
        sql`select kind::text, number, company_id::text as company from documents where kind = 'reconciliation'`,
      ),
    ).toEqual({ kind: 'reconciliation', number: '15', company })
    for (const [result, status] of [
      ['not_found', 'notFound'],
      ['denied', 'denied'],
    ]) {
      const { id } = await ask({ kind: 'original', document: await documentId(), comment: String(result) }, reader)
      const reply = await it1c.call('POST', `document-requests/${id}/result`, { body: { result, reason: 'нет' } })
      expect(reply.body).toEqual({ id, status, repeated: false })
      expect((await it1c.call('POST', `document-requests/${id}/result`, { form: form(pdf()) })).body).toEqual({
        id,
        status,
        repeated: true,
      })
    }
  })

  it('[CONTR-12] nobody asks for what they may not read', async () => {
    const stranger = await it1c.make.user({ companies: [await it1c.make.company()], capabilities: ['documents.read'] })
    const blind = await it1c.make.user({ companies: [company], capabilities: ['orders.read'] })
    for (const user of [stranger, blind]) {
      await expect(ask({ kind: 'copy', document: await documentId() }, user)).rejects.toMatchObject({ status: 404 })
      await expect(
        ask({ kind: 'reconciliation', company, periodFrom: '2026-01-01', periodTo: '2026-02-01' }, user),
      ).rejects.toMatchObject({ status: 403 })
    }
    await expect(
      ask({ kind: 'reconciliation', company, periodFrom: '2026-03-01', periodTo: '2026-02-01' }, reader),
    ).rejects.toMatchObject({ code: 'documents.periodBackwards' })
    expect(await it1c.rows(sql`select id from document_requests`)).toEqual([])
  })
})
