import type { Payload } from 'payload'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { contractById } from '@/collections/contracts/contracts/contract.queries'
import { invoiceToPay, type InvoiceToPay } from '@/collections/documents/documents/document.payment.queries'
import { documentById } from '@/collections/documents/documents/document.queries'
import { builders, type Builders } from '@/tests/builders/builders'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'

let payload: Payload
let build: Builders
let company: string
let client: string

const details = {
  name: 'Ромашка',
  legalName: 'ООО «Ромашка»',
  inn: '7707083893',
  kpp: '770701001',
  bankName: 'ПАО Сбербанк',
  bik: '044525225',
  account: '40702810200000000001',
  corrAccount: '30101810400000000225',
  vatPayer: true,
}
const setDetails = (data: object) => payload.updateGlobal({ slug: 'company-details', data })

async function payOf(fields: object): Promise<InvoiceToPay | null> {
  const id = await build.document({
    companyId: company,
    number: '1124',
    date: '2026-11-22T00:00:00Z',
    total: 48_210_50,
    ...fields,
  })
  const context = await build.context('users', client, company)
  const row = await documentById(context, id)
  return row && invoiceToPay(context, row, 'Europe/Moscow')
}

describe('[CONTR-12] how an invoice is paid', () => {
  beforeAll(async () => {
    payload = await getTestPayload()
    build = builders(payload)
  })
  beforeEach(async () => {
    await emptyDatabase()
    company = await build.company()
    client = await build.user({ companies: [company] })
    await setDetails(details)
  })

  it('the QR carries what is left, to the account of the company details', async () => {
    const pay = await payOf({ paid: 8_210_50 })
    expect(pay).toMatchObject({
      left: 40_000_00,
      payee: 'ООО «Ромашка»',
      account: details.account,
      purpose: 'Оплата по счёту № 1124 от 22.11.2026',
    })
    expect(pay?.qr).toContain(
      '|Sum=4000000|Purpose=Оплата по счёту № 1124 от 22.11.2026|PayeeINN=7707083893|KPP=770701001',
    )
  })

  it('says the tax of the order that is billed whole, and that there is none where the company pays none', async () => {
    const orderId = await build.order({ companyId: company, total: 48_210_50, vat: 8_693_70 })
    expect((await payOf({ orderId }))?.purpose).toBe(
      'Оплата по счёту № 1124 от 22.11.2026. В том числе НДС 8 693,70 руб',
    )
    expect((await payOf({ orderId, paid: 1 }))?.purpose).toBe('Оплата по счёту № 1124 от 22.11.2026')
    expect((await payOf({ orderId: await build.order({ companyId: company, total: 1, vat: 1 }) }))?.purpose).toBe(
      'Оплата по счёту № 1124 от 22.11.2026',
    )
    await setDetails({ ...details, vatPayer: false })
    expect((await payOf({ orderId, paid: 1 }))?.purpose).toBe('Оплата по счёту № 1124 от 22.11.2026. НДС не облагается')
  })

  it.each<[string, object]>([
    ['paid', { paid: 48_210_50 }],
    ['cancelled', { cancelled: true }],
    ['no invoice', { kind: 'waybill' }],
  ])('asks nothing for what is %s', async (_what, fields) => {
    expect(await payOf(fields)).toBeNull()
  })

  it('gives the details without a QR in another currency, and nothing while the details are not filled in', async () => {
    expect(await payOf({ currency: 'USD' })).toMatchObject({ left: 48_210_50, qr: null })
    await setDetails({ ...details, account: '' })
    expect(await payOf({})).toBeNull()
  })

  it('[CONTR-04] a contract shows its text, and never an internal file', async () => {
    const context = await build.context('users', client, company)
    const textOf = async (internal: boolean) => {
      const fileId = await build.documentFile({ companyId: company, internal })
      return (await contractById(context, await build.contract({ companyId: company, fileId })))?.file
    }
    expect(await textOf(false)).toMatchObject({ mime: 'application/pdf' })
    expect(await textOf(true)).toBeNull()
  })
})
