import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { storePdf } from '@/collections/documents/document-files/storePdf'
import { logger } from '@/src/lib/logger'
import { execute } from '@/src/mechanisms/database/query'
import { printForm } from '@/src/mechanisms/print/form'
import { vatIncluded } from '@/src/lib/money'
import { invoiceForm } from '@/src/mechanisms/print/forms/invoice-ru'
import { updForm } from '@/src/mechanisms/print/forms/upd-ru'
import { closePrinter } from '@/src/mechanisms/print/render'
import type { Company } from './companies'
import { printContractToSign } from './contractText'
import type { Document } from './documents'
import { printAct, type Act } from './reconciliations'
import { supplier } from './site'
import type { Entry } from './statement'
import { VAT } from './vat'

const PRINTED = 12

/**
 * Real PDF files for the newest invoices and transfer documents of a client, the newest act and the contract to sign. Where no browser can print
 * (its libraries are missing), the demo goes on without files.
 */
export async function seedFiles(
  req: PayloadRequest,
  made: { documents: readonly Document[]; acts: readonly Act[]; entries: readonly Entry[]; company: Company },
): Promise<void> {
  const newest = (kind: Document['kind']): Document[] =>
    made.documents.filter((one) => one.kind === kind && one.order.who.id === made.company.id).slice(-PRINTED)
  try {
    const printed = await Promise.all([
      ...newest('invoice').map(async (paper) => ({ paper, title: 'Счёт на оплату', bytes: await printInvoice(paper) })),
      ...newest('upd').map(async (paper) => ({ paper, title: 'УПД', bytes: await printTransfer(paper) })),
    ])
    for (const { paper, title, bytes } of printed) {
      const file = await storePdf(req, {
        bytes,
        title: `${title} ${paper.number}`,
        company: made.company.id,
        previous: null,
      })
      await execute(req, sql`update documents set file_id = ${file.id} where id = ${paper.id}`)
    }
    const [act] = made.acts
    if (act) await printAct(req, act, made)
    await printContractToSign(req, made.company)
  } catch (error) {
    if (!isPrinterFailure(error)) throw error
    logger.warn({ err: error }, 'the demo has no printed documents: the browser did not start')
  } finally {
    await closePrinter()
  }
}

const isPrinterFailure = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  typeof error.code === 'string' &&
  error.code.startsWith('print.') &&
  error.code !== 'print.badData'

const seller = {
  name: supplier.legalName,
  inn: supplier.inn,
  kpp: supplier.kpp,
  address: supplier.address,
}
const buyerOf = ({ who }: Document['order']) => ({
  name: who.name,
  inn: who.inn,
  ...(who.kpp ? { kpp: who.kpp } : {}),
  address: who.address,
})
const linesOf = ({ lines }: Document['order']) =>
  lines.map(({ sku, qty, price, total }) => ({
    article: sku.article,
    name: sku.name,
    unit: sku.unit,
    qty,
    price,
    total,
  }))

async function printInvoice({ number, date, dueDate, order }: Document): Promise<Buffer> {
  const { pdf } = await printForm(
    invoiceForm,
    {
      number,
      date: date.slice(0, 10),
      supplier: { ...seller, phone: supplier.phone },
      bank: {
        name: supplier.bankName,
        bik: supplier.bik,
        corrAccount: supplier.corrAccount,
        account: supplier.account,
      },
      buyer: buyerOf(order),
      basis: `Заказ ${order.number}`,
      ...(dueDate ? { payBefore: dueDate.slice(0, 10) } : {}),
      currency: 'RUB',
      lines: linesOf(order),
      total: order.total,
      vat: order.vat,
      director: supplier.director,
      accountant: supplier.accountant,
    },
    'ru',
  )
  return pdf
}

async function printTransfer({ number, date, order }: Document): Promise<Buffer> {
  const { pdf } = await printForm(
    updForm,
    {
      number,
      date: date.slice(0, 10),
      seller,
      buyer: buyerOf(order),
      basis: `Заказ ${order.number}`,
      currency: 'RUB',
      lines: linesOf(order).map((line) => ({ ...line, rate: VAT, vat: vatIncluded(line.total, VAT) })),
      total: order.total,
      vat: order.vat,
      director: supplier.director,
      accountant: supplier.accountant,
    },
    'ru',
  )
  return pdf
}
