import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload, SendEmailOptions } from 'payload'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { markDocumentSeen, sendDocumentCopies } from '@/collections/documents/documents/document.actions'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { query } from '@/src/mechanisms/database/query'
import { builders, type Builders } from '@/tests/builders/builders'
import { drainJobs } from '@/tests/support/jobs'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'

let payload: Payload
let build: Builders
let manager: string
let company: string
let client: string
const letters: SendEmailOptions[] = []

const fileOf = async (companyId: string): Promise<string> => {
  const data = Buffer.from(`%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\nxref\n0 1\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n`)
  const made = await payload.create({ collection: 'document-files', data: { title: 'Счёт', company: companyId, internal: false }, file: { data, mimetype: 'application/pdf', name: 'invoice.pdf', size: data.length } })
  return String(made.id)
}
const send = async (who: string, documents: string[]) => runAction(sendDocumentCopies, { req: await build.as('staff', who), input: { documents } })

describe('copies of documents', () => {
  beforeAll(async () => {
    payload = await getTestPayload()
    build = builders(payload)
  })

  beforeEach(async () => {
    await emptyDatabase()
    letters.length = 0
    vi.spyOn(payload, 'sendEmail').mockImplementation(async (letter: SendEmailOptions) => void letters.push(letter))
    manager = await build.staff()
    company = await build.company({ managerId: manager, email: 'office@example.com' })
    client = await build.user({ companies: [company], email: 'buh@example.com' })
  })
  afterEach(() => vi.restoreAllMocks())

  it('[MGR-05] [MGR-06] go to the people who see documents, as attachments, one letter a client', async () => {
    const first = await build.document({ companyId: company, fileId: await fileOf(company) })
    const second = await build.document({ companyId: company, fileId: await fileOf(company) })
    const bare = await build.document({ companyId: company, number: 'без файла' })
    await build.user({ companies: [company], capabilities: ['orders.read'] })
    const { rows, letters: count } = await send(manager, [first, second, bare])
    expect(count).toBe(1)
    expect(rows.find(({ number }) => number === 'без файла')).toMatchObject({ sent: 0, reason: 'noFile' })
    await drainJobs(payload)
    expect(letters.map(({ to, attachments }) => [to, attachments?.length])).toEqual([['buh@example.com', 2]])
    expect(letters[0]?.attachments?.every(({ content }) => String(content).startsWith('%PDF'))).toBe(true)
  })

  it('go to the company’s address when nobody sees documents', async () => {
    await query(payload, sql`delete from memberships`)
    await send(manager, [await build.document({ companyId: company, fileId: await fileOf(company) })])
    await drainJobs(payload)
    expect(letters.map(({ to }) => to)).toEqual(['office@example.com'])
  })

  it('are not sent by a stranger, by a client, or out of nothing', async () => {
    const document = await build.document({ companyId: company, fileId: await fileOf(company) })
    await expect(send(await build.staff(), [document])).rejects.toMatchObject({ code: 'entity.notFound' })
    await expect(runAction(sendDocumentCopies, { req: await build.as('users', client), input: { documents: [document] } })).rejects.toMatchObject({ code: 'access.denied' })
    await expect(send(manager, [await build.document({ companyId: company })])).rejects.toMatchObject({ code: 'document.nothingToSend' })
  })

  it('a document remembers when its client first opened it', async () => {
    const document = await build.document({ companyId: company })
    const see = async (who: string) => runAction(markDocumentSeen, { req: await build.as('users', who), input: { document } })
    expect(await see(client)).toEqual({ first: true })
    expect(await see(client)).toEqual({ first: false })
    await expect(see(await build.user({ companies: [await build.company()] }))).rejects.toMatchObject({ code: 'entity.notFound' })
  })
})
