import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { refreshBalances } from '@/collections/money/accounts/accountBalances'
import { erpAccount, ledgerAccount, lineEntry } from '@/collections/money/accounts/account.rules'
import { insertRow } from '@/src/mechanisms/database/insertRows'
import { execute } from '@/src/mechanisms/database/query'
import { post } from '@/src/mechanisms/ledger/post'
import type { Clock } from './clock'
import type { Companies } from './companies'
import type { Document } from './documents'
import { guid, passport, type Source } from './passport'

export type Entry = {
  company: string
  at: Date
  amount: number
  kind: 'shipment' | 'payment'
  number: string
  text: string
  document: string
}

/**
 * Settlements of a year. How the figures agree, for every company:
 * - the ledger charges an order when it is shipped (УПД) and credits its payment, so
 *   balance = −(invoices of shipped orders that are not paid);
 * - debt = the same invoices: what is owed is owed for shipped goods;
 * - overdue = those of them whose day has passed;
 * - orders on credit that are not shipped yet hold their part of the limit beside the debt.
 * «Стройград»: 48 210,00 shipped and overdue (balance −48 210,00), 134 190,00 being picked.
 */
export async function seedStatement(
  req: PayloadRequest,
  made: { documents: readonly Document[]; companies: Companies; clock: Clock; source: Source },
): Promise<Entry[]> {
  const accounts = new Map<string, string>()
  for (const [n, company] of Object.values(made.companies).entries()) {
    accounts.set(
      company.id,
      await insertRow(req, 'accounts', {
        number: `ЛС-${1_040 + n}`,
        companyId: company.id,
        contractId: null,
        currency: 'RUB',
        balance: 0,
        ...passport(made.source, 'account', company.key),
      }),
    )
  }
  const entries = entriesOf(made.documents)
  for (const entry of entries) await postEntry(req, entry, accounts.get(entry.company) ?? '')
  await refreshBalances(req, accounts.values())
  await countDebts(req, made.clock)
  return entries
}

/** What moved the accounts, the oldest first. */
function entriesOf(documents: readonly Document[]): Entry[] {
  const entries = documents.flatMap(({ kind, number, order }): Entry[] => {
    if (kind === 'upd') {
      return order.shippedAt
        ? [
            {
              company: order.who.id,
              at: order.shippedAt,
              amount: -order.total,
              kind: 'shipment',
              number,
              text: `Отгрузка по заказу ${order.number}`,
              document: guid('upd', number),
            },
          ]
        : []
    }
    return order.paidAt
      ? [
          {
            company: order.who.id,
            at: order.paidAt,
            amount: order.total,
            kind: 'payment',
            number: String(3_000 + Number(number)),
            text: `Оплата счёта № ${number}`,
            document: guid('invoice', number),
          },
        ]
      : []
  })
  return entries.sort((a, b) => a.at.getTime() - b.at.getTime())
}

async function postEntry(req: PayloadRequest, entry: Entry, account: string): Promise<void> {
  const line = guid(entry.kind, entry.document)
  await post(req, {
    kind: entry.kind,
    externalId: lineEntry(line, 1),
    at: entry.at.toISOString(),
    currency: 'RUB',
    memo: { text: entry.text, number: entry.number, document: entry.document, line },
    postings: [
      { account: ledgerAccount(account), amount: entry.amount },
      { account: erpAccount('RUB'), amount: -entry.amount },
    ],
  })
}

async function countDebts(req: PayloadRequest, clock: Clock): Promise<void> {
  for (const table of ['companies', 'contracts'] as const) {
    const own = sql.raw(table === 'companies' ? 'd.company_id' : 'd.contract_id')
    await execute(
      req,
      sql`update ${sql.raw(table)} t set debt = owed.debt, overdue = owed.overdue
          from (select ${own} as id, sum(d.total - d.paid) as debt, coalesce(sum(d.total - d.paid) filter (where d.due_date < ${clock.day(0)}), 0) as overdue
                from documents d join orders o on o.id = d.order_id and o.status in ('shipped', 'closed') where d.kind = 'invoice' group by 1) owed
          where t.id = owed.id`,
    )
  }
}
