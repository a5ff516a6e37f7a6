import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { withSentFiles } from '@/app/(cabinet)/_talk/sendMessage'
import { transitionAction } from '@/src/mechanisms/workflow/transition'
import { cancelRequest, requestDocument } from '@/collections/documents/document-requests/document-request.actions'
import { answerRequest, leaseRequests } from '@/collections/documents/document-requests/document-request.erp.actions'
import { requestsAbout } from '@/collections/documents/document-requests/document-request.queries'
import { answerReconciliation } from '@/collections/documents/documents/document.answer.actions'
import { markDocumentSeen } from '@/collections/documents/documents/document.actions'
import { documentById } from '@/collections/documents/documents/document.queries'
import { addComment } from '@/collections/messages/comments/comment.actions'
import { system } from '@/src/mechanisms/access/actor'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { putAside } from '@/src/mechanisms/asks/aside'
import { asksFor } from '@/src/mechanisms/asks/defineAsk'
import { execute, query } from '@/src/mechanisms/database/query'
import { drainJobs } from '@/tests/support/jobs'
import { builders, type Builders } from '@/tests/builders/builders'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'

let payload: Payload
let build: Builders
let company: string
let client: string
let manager: string

const asks = async (person = client) => asksFor(await build.context('users', person, company))
const kinds = async (person?: string) => (await asks(person)).map(({ key }) => key.split(':')[0])
const act = async (person = client) => build.as('users', person)
const pdf = {
  name: 'Скан.pdf',
  mime: 'application/pdf',
  bytes: Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\nxref\n0 1\ntrailer<<>>\nstartxref\n9\n%%EOF'),
}
const toldToManager = async () => {
  await drainJobs(payload)
  return (await query<{ title: string }>(payload, sql`select title from notifications where staff_id = ${manager}`))
    .map(({ title }) => title)
    .sort()
}

describe('what is wanted ends in a deed', () => {
  beforeAll(async () => {
    payload = await getTestPayload()
    payload.sendEmail = async () => undefined
    build = builders(payload)
  })
  beforeEach(async () => {
    await emptyDatabase()
    manager = await build.staff({ name: 'Анна' })
    company = await build.company({ managerId: manager })
    client = await build.user({ companies: [company] })
  })

  it('a reconciliation is wanted until it is answered, not until it is opened', async () => {
    const document = await build.document({ companyId: company, kind: 'reconciliation', number: '12' })
    await runAction(markDocumentSeen, { req: await act(), input: { document } })
    expect(await kinds()).toEqual(['reconciliation'])
    await expect(
      runAction(answerReconciliation, { req: await act(), input: { document, answer: 'disputed' } }),
    ).rejects.toMatchObject({ code: 'documents.noteNeeded', field: 'note' })
    await runAction(answerReconciliation, {
      req: await act(),
      input: { document, answer: 'disputed', note: 'УПД 41 на 5 000' },
    })
    expect(await kinds()).toEqual([])
    expect(await documentById(await build.context('users', client), document)).toMatchObject({
      answer: 'disputed',
      answerNote: 'УПД 41 на 5 000',
    })
    await runAction(answerReconciliation, { req: await act(), input: { document, answer: 'agreed' } })
    await runAction(answerReconciliation, { req: await act(), input: { document, answer: 'agreed' } })
    await expect(
      runAction(answerReconciliation, { req: await act(), input: { document, answer: 'disputed', note: 'x' } }),
    ).rejects.toMatchObject({ code: 'record.changed' })
    expect(await toldToManager()).toEqual(['Акт сверки № 12 согласован клиентом', 'Расхождения в акте сверки № 12'])
  })

  it('only what can be reconciled is answered, by those it belongs to', async () => {
    const invoice = await build.document({ companyId: company })
    const off = await build.document({ companyId: company, kind: 'reconciliation', cancelled: true })
    const foreign = await build.document({ companyId: await build.company(), kind: 'reconciliation' })
    for (const [document, code] of [
      [invoice, 'documents.notReconciliation'],
      [off, 'documents.notReconciliation'],
      [foreign, 'entity.notFound'],
    ] as const) {
      await expect(
        runAction(answerReconciliation, { req: await act(), input: { document, answer: 'agreed' } }),
      ).rejects.toMatchObject({ code })
    }
    const mine = await build.document({ companyId: company, kind: 'reconciliation' })
    await expect(
      runAction(answerReconciliation, {
        req: await build.as('staff', manager),
        input: { document: mine, answer: 'agreed' },
      }),
    ).rejects.toMatchObject({ code: 'access.denied' })
  })

  it('a contract to sign is wanted until its signed copy is sent; the copy stands in the correspondence and the manager hears of it', async () => {
    const contract = await build.contract({ companyId: company, number: '87/26', status: 'signing' })
    expect(await asks()).toMatchObject([
      { key: `signing:${contract}`, href: `/contracts/87%2F26~${contract.slice(0, 8)}#sign` },
    ])
    const sign = { entity: 'contracts', transition: 'sendSigned' }
    await expect(
      runAction(transitionAction, { req: await act(), input: { ...sign, id: contract, files: [] } }),
    ).rejects.toMatchObject({ code: 'workflow.filesNeeded', field: 'files' })
    const req = await act()
    await withSentFiles(req, { entity: 'contracts', id: contract, files: [pdf] }, (files) =>
      runAction(transitionAction, { req, input: { ...sign, id: contract, files, comment: 'Оригинал с водителем' } }),
    )
    expect(await kinds()).toEqual([])
    expect(await toldToManager()).toHaveLength(1)
    const active = await build.contract({ companyId: company, status: 'active' })
    await expect(
      withSentFiles(req, { entity: 'contracts', id: active, files: [pdf] }, (files) =>
        runAction(transitionAction, { req, input: { ...sign, id: active, files } }),
      ),
    ).rejects.toMatchObject({ code: 'workflow.notFrom' })
    expect(await query(payload, sql`select id from document_files`)).toHaveLength(1)
  })

  it('what can wait is put aside by one person: until tomorrow, or until there is something new', async () => {
    const order = await build.order({ companyId: company })
    const say = async (body: string) =>
      runAction(addComment, { req: await build.as('staff', manager), input: { entity: 'orders', id: order, body } })
    await say('Замена болта?')
    const colleague = await build.user({ companies: [company] })
    const [ask] = await asks()
    const aside = async (until: 'tomorrow' | 'news') =>
      runAction(putAside, {
        req: await act(),
        input: { key: ask?.key ?? '', stamp: (await asks())[0]?.aside?.stamp ?? '', until },
      })

    await aside('tomorrow')
    expect([await kinds(), await kinds(colleague)]).toEqual([[], ['answer']])
    await execute(payload, sql`update ask_asides set until = now() - interval '1 second'`)
    expect(await kinds()).toEqual(['answer'])
    await aside('news')
    await execute(payload, sql`update ask_asides set created_at = now() - interval '30 days'`)
    expect(await kinds()).toEqual([])
    await say('И ещё вопрос')
    expect(await kinds()).toEqual(['answer'])
  })

  it('what has its day cannot be put aside', async () => {
    await build.document({ companyId: company, number: '1', dueDate: new Date() })
    const [ask] = await asks()
    await runAction(putAside, { req: await act(), input: { key: ask?.key ?? '', stamp: '', until: 'news' } })
    expect(await kinds()).toEqual(['invoice'])
    await expect(
      runAction(putAside, { req: await build.as('staff', manager), input: { key: 'x', stamp: '', until: 'news' } }),
    ).rejects.toMatchObject({ code: 'access.denied' })
  })

  it('an original that is asked for says what has become of it, and is taken back while nobody prepares it', async () => {
    const document = await build.document({ companyId: company })
    const state = async () => (await requestsAbout(await build.context('users', client, company), document)).original
    const original = async () => runAction(requestDocument, { req: await act(), input: { kind: 'original', document } })
    expect(await state()).toBeUndefined()
    const { id } = await original()
    expect(await state()).toMatchObject({ id, status: 'waiting' })
    expect((await documentById(await build.context('users', client), document))?.asked).toBe('original')
    await runAction(cancelRequest, { req: await act(), input: { id } })
    expect(await state()).toBeUndefined()
    const again = await original()
    await runAction(leaseRequests, { req: await build.as('staff', manager), input: { limit: 1 }, as: system })
    expect(await state()).toMatchObject({ status: 'leased' })
    await runAction(answerRequest, {
      req: await build.as('staff', manager),
      input: { id: again.id, result: 'ready' },
      as: system,
    })
    expect(await state()).toMatchObject({ status: 'done' })
    expect((await documentById(await build.context('users', client), document))?.asked).toBeNull()
    const stranger = await build.user({ companies: [await build.company()] })
    expect(await requestsAbout(await build.context('users', stranger), document)).toEqual({})
  })
})
