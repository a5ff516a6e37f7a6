import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { storePdf } from '@/collections/documents/document-files/document-file.store'
import { logger } from '@/src/lib/logger'
import { execute } from '@/src/mechanisms/database/query'
import { printForm } from '@/src/mechanisms/print/form'
import { invoiceForm } from '@/src/mechanisms/print/forms/invoice-ru'
import { closePrinter } from '@/src/mechanisms/print/render'
import type { Company } from './companies'
import { printContractToSign } from './contracts.text'
import type { Document } from './documents'
import { printAct, type Act } from './reconciliations'
import { supplier } from './site'
import type { Entry } from './statement'

const PRINTED = 12

/**
 * Real PDF files for the newest invoices of a client, the newest act and the contract to sign. Where no browser can print
 * (its libraries are missing), the demo goes on without files.
 */
export async function seedFiles(
  req: PayloadRequest,
  made: { documents: readonly Document[]; acts: readonly Act[]; entries: readonly Entry[]; company: Company },
): Promise<void> {
  const invoices = made.documents.filter(({ kind, order }) => kind === 'invoice' && order.who.id === made.company.id).slice(-PRINTED)
  try {
    const printed = await Promise.all(invoices.map((invoice) => print(invoice)))
    for (const { invoice, bytes } of printed) {
      const file = await storePdf(req, { bytes, title: `Счёт на оплату ${invoice.number}`, company: made.company.id, previous: null })
      await execute(req, sql`update documents set file_id = ${file.id} where id = ${invoice.id}`)
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
  error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('print.') && error.code !== 'print.badData'

async function print(invoice: Document): Promise<{ invoice: Document; bytes: Buffer }> {
  const { order } = invoice
  const { who } = order
  const { pdf } = await printForm(invoiceForm, {
    number: invoice.number, date: invoice.date.slice(0, 10),
    supplier: { name: supplier.legalName, inn: supplier.inn, kpp: supplier.kpp, address: supplier.address, phone: supplier.phone },
    bank: { name: supplier.bankName, bik: supplier.bik, corrAccount: supplier.corrAccount, account: supplier.account },
    buyer: { name: who.name, inn: who.inn, ...(who.kpp ? { kpp: who.kpp } : {}), address: who.address },
    basis: `Заказ ${order.number}`, ...(invoice.dueDate ? { payBefore: invoice.dueDate.slice(0, 10) } : {}), currency: 'RUB',
    lines: order.lines.map(({ sku, qty, price, total }) => ({ article: sku.article, name: sku.name, unit: sku.unit, qty, price, total })),
    total: order.total, vat: order.vat, director: supplier.director, accountant: supplier.accountant,
  }, 'ru')
  return { invoice, bytes: pdf }
}
