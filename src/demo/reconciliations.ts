import type { PayloadRequest } from 'payload'
import { storePdf } from '@/collections/documents/document-files/storePdf'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { insertRow } from '@/src/mechanisms/database/insertRows'
import { execute } from '@/src/mechanisms/database/query'
import { reconciliationForm } from '@/src/mechanisms/print/forms/reconciliation-ru'
import { printForm } from '@/src/mechanisms/print/form'
import type { Clock } from './clock'
import type { Company } from './companies'
import { passport, type Source } from './passport'
import { supplier } from './site'
import type { Entry } from './statement'

export type Act = { id: string; from: string; to: string; number: string }

/** Acts of reconciliation of one client for the three quarters that are over; each tells what the client owed at its end. */
export async function seedReconciliations(
  req: PayloadRequest,
  made: { company: Company; contract: string | null; entries: readonly Entry[]; clock: Clock; source: Source },
): Promise<Act[]> {
  const { company, entries, clock, source } = made
  const acts: Act[] = []
  for (const [n, { from, to }] of quartersBefore(clock.now, 3).entries()) {
    const owed = -balanceBefore(entries, company.id, dayAfter(to))
    const number = `АС-${140 - n * 31}`
    const id = await insertRow(req, 'documents', {
      kind: 'reconciliation',
      number,
      date: to,
      companyId: company.id,
      contractorId: company.contractor,
      orderId: null,
      contractId: made.contract,
      total: Math.max(owed, 0),
      paid: 0,
      dueDate: null,
      currency: 'RUB',
      cancelled: false,
      ...passport(source, 'reconciliation', number),
    })
    acts.push({ id, from, to, number })
  }
  return acts
}

/** Prints the newest act. Throws what the printer throws. */
export async function printAct(
  req: PayloadRequest,
  act: Act,
  made: { company: Company; entries: readonly Entry[] },
): Promise<void> {
  const { company, entries } = made
  const mine = entries.filter(
    (entry) =>
      entry.company === company.id && entry.at.toISOString() >= act.from && entry.at.toISOString() < dayAfter(act.to),
  )
  const { pdf } = await printForm(
    reconciliationForm,
    {
      ours: {
        name: supplier.legalName,
        inn: supplier.inn,
        kpp: supplier.kpp,
        address: supplier.address,
        signer: supplier.accountant,
      },
      theirs: {
        name: company.name,
        inn: company.inn,
        ...(company.kpp ? { kpp: company.kpp } : {}),
        address: company.address,
      },
      currency: 'RUB',
      from: act.from.slice(0, 10),
      to: act.to.slice(0, 10),
      opening: -balanceBefore(entries, company.id, act.from),
      rows: mine.map(({ at, kind, number, amount }) => ({
        date: at.toISOString().slice(0, 10),
        document: kind === 'shipment' ? `Продажа (УПД № ${number})` : `Оплата (п/п № ${number})`,
        debit: Math.max(-amount, 0),
        credit: Math.max(amount, 0),
      })),
    },
    'ru',
  )
  const file = await storePdf(req, {
    bytes: pdf,
    title: `Акт сверки ${act.number}`,
    company: company.id,
    previous: null,
  })
  await execute(req, sql`update documents set file_id = ${file.id} where id = ${act.id}`)
}

const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString()

/** Sum of what moved before the day. */
function balanceBefore(entries: readonly Entry[], company: string, day: string): number {
  return entries
    .filter((entry) => entry.company === company && entry.at.toISOString() < day)
    .reduce((sum, { amount }) => sum + amount, 0)
}

/** Whole quarters before `now`, the newest first: first and last day. */
function quartersBefore(now: Date, count: number): Array<{ from: string; to: string }> {
  const first = Math.floor(now.getUTCMonth() / 3) * 3
  return Array.from({ length: count }, (_none, n) => ({
    from: new Date(Date.UTC(now.getUTCFullYear(), first - 3 * (n + 1), 1)).toISOString(),
    to: new Date(Date.UTC(now.getUTCFullYear(), first - 3 * n, 0)).toISOString(),
  }))
}
