import { sql } from '@payloadcms/db-postgres/drizzle'
import { createLocalReq, type Payload, type SendEmailOptions } from 'payload'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { requestDocument } from '@/collections/documents/document-requests/document-request.actions'
import { answerRequest } from '@/collections/documents/document-requests/document-request.erp.actions'
import { erpActor } from '@/src/mechanisms/access/actor'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { query } from '@/src/mechanisms/database/query'
import { rowsBehind, rowsFigure } from '@/src/mechanisms/panel/figureRows'
import { builders, type Builders } from '@/tests/builders/builders'
import { drainJobs } from '@/tests/support/jobs'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'

let payload: Payload
let make: Builders
const letters: SendEmailOptions[] = []

const told = async (column: 'staff_id' | 'user_id', id: string) =>
  query<{ title: string; body: string | null; link: string }>(
    payload,
    sql`select title, body, link from notifications where ${sql.identifier(column)} = ${id} order by created_at`,
  )
async function waiting(staff: string): Promise<string[]> {
  const figure = rowsFigure('openRequests')
  if (!figure) throw new Error('not declared')
  const { rows } = await rowsBehind(figure, await make.context('staff', staff), { limit: 50 })
  return rows.map((row) => figure.words(row, 'ru').title)
}

describe('requests of documents', () => {
  beforeAll(async () => {
    payload = await getTestPayload()
    make = builders(payload)
  })
  beforeEach(async () => {
    await emptyDatabase()
    letters.length = 0
    vi.spyOn(payload, 'sendEmail').mockImplementation(async (letter: SendEmailOptions) => void letters.push(letter))
  })
  afterEach(() => vi.restoreAllMocks())

  it('[EXCH-18] announce themselves to who answers, stand on «Сегодня», and the client hears of the answer', async () => {
    const manager = await make.staff({ email: 'anna@example.com' })
    const accountant = await make.staff({ role: 'accountant' })
    const stranger = await make.staff()
    const company = await make.company({ name: 'Стройград', managerId: manager })
    const client = await make.user({ companies: [company], email: 'client@example.com' })
    const document = await make.document({ companyId: company, kind: 'act', number: '31' })
    const { id } = await runAction(requestDocument, {
      req: await make.as('users', client),
      input: { kind: 'copy', document },
    })
    await drainJobs(payload)
    const asked = {
      title: 'Просят копию: Акт № 31',
      body: 'Стройград',
      link: `/admin/collections/document-requests/${id}`,
    }
    expect(await told('staff_id', manager)).toEqual([asked])
    expect(await told('staff_id', accountant)).toEqual([asked])
    expect(await told('staff_id', stranger)).toEqual([])
    expect(letters.map(({ to }) => to)).toEqual(['anna@example.com'])
    expect(await waiting(manager)).toHaveLength(1)
    expect(await waiting(accountant)).toHaveLength(1)
    expect(await waiting(stranger)).toEqual([])

    await runAction(answerRequest, {
      req: await createLocalReq({}, payload),
      input: { id, result: 'not_found', reason: 'Акт ещё не подписан.' },
      as: erpActor({ id: crypto.randomUUID(), name: 'УТ' }),
    })
    await drainJobs(payload)
    expect(await told('user_id', client)).toEqual([
      {
        title: 'Документ не нашли: Акт 31',
        body: 'Акт ещё не подписан. Спросите менеджера, если документ нужен.',
        link: '/documents',
      },
    ])
    expect(await waiting(manager)).toEqual([])
  })

  it('[EXCH-18] tell nobody of what an employee asked for themselves', async () => {
    const manager = await make.staff()
    const company = await make.company({ managerId: manager })
    await runAction(requestDocument, {
      req: await make.as('staff', manager),
      input: { kind: 'reconciliation', company, periodFrom: '2026-01-01', periodTo: '2026-03-31' },
    })
    await drainJobs(payload)
    expect(await told('staff_id', manager)).toEqual([])
  })
})
