import { createHash } from 'node:crypto'

/** What a line of 1C's statement says: minor units, positive = credited to the client, negative = charged. */
export type StatementLine = {
  /** The line in 1C; the same one is never posted twice. */
  externalId: string
  company: string
  contract: string | null
  currency: string
  /** When it happened, ISO in UTC. */
  at: string
  amount: number
  kind: LineKind
  memo: { text?: string; number?: string; document?: string }
  /** 1C took the line back. */
  removed: boolean
}

export const lineKinds = ['payment', 'shipment', 'refund', 'adjustment', 'other'] as const
export type LineKind = (typeof lineKinds)[number]

/** A payment older than this is history that 1C hands over, not news. */
export const NEWS_DAYS = 7

/** Hash of everything that a posting is made of; equal hashes mean that there is nothing to do. */
export function lineHash(line: StatementLine): string {
  const said = [
    line.company,
    line.contract,
    line.currency,
    line.at,
    line.amount,
    line.kind,
    line.memo.text ?? '',
    line.memo.number ?? '',
    line.memo.document ?? '',
    line.removed,
  ]
  return createHash('sha256').update(JSON.stringify(said)).digest('hex')
}

export const ledgerAccount = (accountId: string): string => `account:${accountId}`
/** The other side of everything that the ERP tells: one account for each currency. */
export const erpAccount = (currency: string): string => `erp:${currency}`

/** Ledger identity of the version of a line that stands now. */
export const lineEntry = (externalId: string, version: number): string => `line:${externalId}#${version}`
export const openingEntry = (accountId: string, version: number): string => `opening:${accountId}#${version}`

/** An opening entry lies before everything else, so it is never a line of a statement. */
export const OPENING_AT = '1970-01-01T00:00:00.000Z'

/** Whether an incoming payment is news worth a letter. */
export function isNews(line: StatementLine, now: Date): boolean {
  return line.kind === 'payment' && line.amount > 0 && now.getTime() - Date.parse(line.at) < NEWS_DAYS * 86_400_000
}
