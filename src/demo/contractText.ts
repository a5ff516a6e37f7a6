import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { storePdf } from '@/collections/documents/document-files/storePdf'
import { html } from '@/src/lib/html'
import { execute } from '@/src/mechanisms/database/query'
import { selectFrom } from '@/src/mechanisms/database/selectFrom'
import { defineForm, printForm } from '@/src/mechanisms/print/form'
import { sheet } from '@/src/mechanisms/print/layout'
import type { Company } from './companies'
import { supplier } from './site'

const TERMS = [
  'Поставщик передаёт, а покупатель принимает и оплачивает такелаж по заявкам, которые стороны согласуют в личном кабинете.',
  'Цена, количество и срок каждой партии указываются в заказе. Общая сумма поставок по договору не превышает 1 200 000 рублей.',
  'Товар оплачивается по счёту до отгрузки. Право собственности переходит к покупателю при передаче товара.',
  'Договор действует с даты подписания и, если стороны не возражают, продлевается каждый раз на год.',
]

const contractForm = defineForm({
  name: 'demo-contract',
  input: z.object({ number: z.string(), buyer: z.string() }),
  render: ({ number, buyer }, locale) => {
    const title = `Договор поставки № ${number}`
    const body = html`<p>${supplier.legalName}, ИНН ${supplier.inn}, «Поставщик», и ${buyer}, «Покупатель», заключили договор о следующем.</p><ol>${TERMS.map((term) => html`<li>${term}</li>`)}</ol><p>Поставщик: ______________ ${supplier.director}</p><p>Покупатель: ______________</p>`
    return { html: sheet({ locale, title, body }), fileName: title }
  },
})

/** The text of the client's contract that waits to be signed. Throws what the printer throws. */
export async function printContractToSign(req: PayloadRequest, company: Company): Promise<void> {
  const [contract] = await selectFrom(
    req,
    'contracts',
    ['id', 'number'],
    sql`where company_id = ${company.id} and status = 'signing' limit 1`,
  )
  if (!contract) return
  const { pdf } = await printForm(contractForm, { number: contract.number, buyer: company.name }, 'ru')
  const file = await storePdf(req, {
    bytes: pdf,
    title: `Договор ${contract.number}`,
    company: company.id,
    previous: null,
  })
  await execute(req, sql`update contracts set file_id = ${file.id} where id = ${contract.id}`)
}
