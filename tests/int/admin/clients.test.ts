import type { Payload } from 'payload'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { assignManager, setBranches } from '@/collections/clients/companies/company.actions'
import { sendDocumentCopies } from '@/collections/documents/documents/document.actions'
import { clientById, clientsToServe, NOBODY, type ClientsAsked } from '@/src/admin/workplace/clients.queries'
import { clientPapersOf } from '@/src/admin/workplace/papers.queries'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { builders, type Builders } from '@/tests/builders/builders'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'

let payload: Payload
let make: Builders
let admin: string
let anna: string
let pavel: string
let mine: string
let foreign: string

const names = async (staff: string, asked: Partial<ClientsAsked> = {}): Promise<string[]> =>
  (await clientsToServe(await make.context('staff', staff), { search: '', page: 1, ...asked })).rows.map(
    ({ name }) => name,
  )

describe('workplace of clients', () => {
  beforeAll(async () => {
    payload = await getTestPayload()
    make = builders(payload)
  })
  beforeEach(async () => {
    await emptyDatabase()
    admin = await make.staff({ role: 'admin' })
    anna = await make.staff({ name: 'Анна', isDefaultManager: true })
    pavel = await make.staff({ name: 'Павел' })
    mine = await make.company({ name: 'Альфа', inn: '7700000016', managerId: anna })
    foreign = await make.company({ name: 'Бета', managerId: pavel })
  })

  it('[MGR-01] [GOAL-12] [ROLE-03] shows a manager own clients alone, the new ones first, found by name or ИНН', async () => {
    await make.company({ name: 'Я новый', status: 'new', managerId: anna })
    expect(await names(anna)).toEqual(['Я новый', 'Альфа'])
    expect(await names(anna, { search: 'альф' })).toEqual(['Альфа'])
    expect(await names(anna, { search: '770000001' })).toEqual(['Альфа'])
    expect(await names(anna, { status: 'new' })).toEqual(['Я новый'])
    expect(await names(anna, { manager: pavel })).toEqual([])
    expect(await clientById(await make.context('staff', anna), foreign)).toBeNull()
  })

  it('[MGR-10] [ROLE-04] an administrator gives clients to a manager or to the default one, a manager does not', async () => {
    const lost = await make.company({ name: 'Ничей' })
    expect(await names(admin, { manager: NOBODY })).toEqual(['Ничей'])
    const give = async (staff: string, manager: string | null) =>
      runAction(assignManager, { req: await make.as('staff', staff), input: { companies: [lost], manager } })
    expect(await give(admin, pavel)).toEqual({ changed: 1, manager: pavel })
    expect((await names(pavel)).sort()).toEqual(['Бета', 'Ничей'])
    expect(await give(admin, null)).toEqual({ changed: 1, manager: anna })
    await expect(give(anna, anna)).rejects.toMatchObject({ code: 'access.denied', status: 403 })
  })

  it('[MGR-11] puts clients into branches and finds them there', async () => {
    const branch = await make.branch({ name: 'Казань' })
    const put = async (staff: string) =>
      runAction(setBranches, { req: await make.as('staff', staff), input: { companies: [mine], branches: [branch] } })
    await expect(put(anna)).rejects.toMatchObject({ status: 403 })
    expect(await put(admin)).toEqual({ changed: 1 })
    expect(await names(admin, { branch })).toEqual(['Альфа'])
    expect((await clientById(await make.context('staff', admin), mine))?.branches).toEqual([
      { id: branch, name: 'Казань' },
    ])
  })

  it('[MGR-03] [MGR-05] shows the papers of a client to those who serve it, and sends no copies of somebody else’s', async () => {
    await make.contract({ companyId: mine, number: 'Д-1', status: 'active' })
    const invoice = await make.document({ companyId: mine, number: 'С-1', total: 1_234_50 })
    await make.document({ companyId: foreign, number: 'С-2' })
    const papers = async (staff: string) => clientPapersOf(await make.context('staff', staff), mine, 'ru')
    const own = await papers(anna)
    expect(own.documents).toMatchObject([{ number: 'С-1', kindName: 'Счёт на оплату', file: null }])
    expect(own.documents[0]?.sum).toMatch(/^1\s234,50\s₽$/)
    expect(own.contracts).toMatchObject([{ number: 'Д-1', statusName: 'Действует' }])
    expect(await papers(pavel)).toEqual({ documents: [], documentsTotal: 0, addresses: [], contracts: [] })
    const send = async (staff: string) =>
      runAction(sendDocumentCopies, { req: await make.as('staff', staff), input: { documents: [invoice] } })
    await expect(send(pavel)).rejects.toMatchObject({ code: 'entity.notFound' })
    await expect(send(anna)).rejects.toMatchObject({ code: 'document.nothingToSend' })
    const file = await make.documentFile({ companyId: mine })
    const ready = await make.document({ companyId: mine, number: 'С-3', fileId: file })
    await make.user({ companies: [mine], email: 'client@example.com' })
    expect(
      await runAction(sendDocumentCopies, {
        req: await make.as('staff', anna),
        input: { documents: [ready, invoice] },
      }),
    ).toMatchObject({
      letters: 1,
      rows: expect.arrayContaining([
        { document: ready, number: 'С-3', client: 'Альфа', to: ['client@example.com'], sent: 1, reason: null },
        { document: invoice, number: 'С-1', client: 'Альфа', to: [], sent: 0, reason: 'noFile' },
      ]),
    })
  })
})
