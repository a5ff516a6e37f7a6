import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload, SendEmailOptions } from 'payload'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { markDocumentSeen, sendDocumentCopies } from '@/collections/documents/documents/document.actions'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { eventWords } from '@/src/mechanisms/events/historyWords'
import { eventsAt } from '@/src/mechanisms/records/historyOf'
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
  const data = Buffer.from(
    `%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\nxref\n0 1\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n`,
  )
  const made = await payload.create({
    collection: 'document-files',
    data: { title: 'Счёт', company: companyId, internal: false },
    file: { data, mimetype: 'application/pdf', name: 'invoice.pdf', size: data.length },
  })
  return String(made.id)
}
const send = async (who: string, documents: string[], to?: string[]) =>
  runAction(sendDocumentCopies, { req: await build.as('staff', who, 'Анна'), input: { documents, to } })
/** What the history of a record says of copies, and who did it. */
const history = async (entity: string, id: string): Promise<string[]> =>
  (await eventsAt(await build.context('staff', manager), entity, id)).map(
    ({ type, data, author }) => `${author}: ${eventWords(type, data, 'ru')}`,
  )

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

  it('[MGR-06] [ERP-04] go to chosen and typed addresses under human names, and the document and the client remember to whom', async () => {
    await build.contact({ companyId: company, name: 'Ольга', email: 'olga@example.com' })
    const document = await build.document({
      companyId: company,
      kind: 'invoice',
      number: '11/24',
      date: '2026-11-24T00:00:00.000Z',
      fileId: await fileOf(company),
    })
    const { rows } = await send(manager, [document], ['olga@example.com', 'Boss@Example.com', 'boss@example.com'])
    expect(rows).toMatchObject([{ to: ['olga@example.com', 'boss@example.com'], sent: 2, reason: null }])
    await drainJobs(payload)
    expect(letters.map(({ to }) => to).sort()).toEqual(['boss@example.com', 'olga@example.com'])
    expect(letters[0]?.attachments?.map(({ filename }) => filename)).toEqual([
      'Счёт на оплату № 11-24 от 24.11.2026.pdf',
    ])
    expect(await history('documents', document)).toEqual([
      'Анна: Копия отправлена на почту: olga@example.com, boss@example.com',
    ])
    expect(await history('companies', company)).toEqual([
      'Анна: Отправлены копии документов (11/24): olga@example.com, boss@example.com',
    ])
  })

  it('[MGR-06] of several clients go to each one’s own people; addresses are chosen for one client alone', async () => {
    const other = await build.company({ managerId: manager, email: 'other@example.com', name: 'Фасад' })
    const nobody = await build.company({ managerId: manager })
    const mine = await build.document({ companyId: company, fileId: await fileOf(company) })
    const theirs = await build.document({ companyId: other, fileId: await fileOf(other) })
    const lost = await build.document({ companyId: nobody, fileId: await fileOf(nobody) })
    await expect(send(manager, [mine, theirs], ['buh@example.com'])).rejects.toMatchObject({
      code: 'document.oneClient',
    })
    await expect(send(manager, [mine], ['не адрес'])).rejects.toMatchObject({ code: 'email.wrong' })
    const { rows } = await send(manager, [mine, theirs, lost])
    const to = (id: string) => rows.find(({ document }) => document === id)
    expect(to(mine)?.to).toEqual(['buh@example.com'])
    expect(to(theirs)).toMatchObject({ client: 'Фасад', to: ['other@example.com'] })
    expect(to(lost)).toMatchObject({ sent: 0, reason: 'noAddress' })
    await drainJobs(payload)
    expect(letters.map(({ to: whom, attachments }) => [whom, attachments?.length]).sort()).toEqual([
      ['buh@example.com', 1],
      ['other@example.com', 1],
    ])
    expect(await history('companies', nobody)).toEqual([])
  })

  it('[MGR-06] do not reach a contact that was taken from the client while the letter waited', async () => {
    const contact = await build.contact({ companyId: company, email: 'olga@example.com' })
    const document = await build.document({ companyId: company, fileId: await fileOf(company) })
    await send(manager, [document], ['olga@example.com'])
    await query(payload, sql`update contacts set removed = true where id = ${contact}`)
    await drainJobs(payload)
    expect(letters).toEqual([])
  })

  it('are not sent by a stranger, by a client, or out of nothing', async () => {
    const document = await build.document({ companyId: company, fileId: await fileOf(company) })
    await expect(send(await build.staff(), [document])).rejects.toMatchObject({ code: 'entity.notFound' })
    await expect(
      runAction(sendDocumentCopies, { req: await build.as('users', client), input: { documents: [document] } }),
    ).rejects.toMatchObject({ code: 'access.denied' })
    await expect(send(manager, [await build.document({ companyId: company })])).rejects.toMatchObject({
      code: 'document.nothingToSend',
    })
  })

  it('a document remembers when its client first opened it', async () => {
    const document = await build.document({ companyId: company })
    const see = async (who: string) =>
      runAction(markDocumentSeen, { req: await build.as('users', who), input: { document } })
    expect(await see(client)).toEqual({ first: true })
    expect(await see(client)).toEqual({ first: false })
    await expect(see(await build.user({ companies: [await build.company()] }))).rejects.toMatchObject({
      code: 'entity.notFound',
    })
  })
})
