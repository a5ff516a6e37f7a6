import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { query, type Runner } from '../database/query'

export type LedgerLine = {
  id: string
  at: string
  kind: string
  memo: Record<string, unknown>
  /** Minor units; positive = came in, negative = went out. */
  amount: number
  /** Balance after this line, minor units. */
  balance: number
}

export type Statement = { opening: number; closing: number; incoming: number; outgoing: number; lines: LedgerLine[] }

/** Balance of an account in minor units, now or before the moment `at` (ISO, exclusive). */
export async function balanceOf(runner: Runner, account: string, at?: string): Promise<number> {
  const [row] = await query<{ sum: string }>(
    runner,
    sql`select coalesce(sum(amount), 0)::text as sum from ledger_postings
        where account = ${account} and (${at ?? null}::timestamptz is null or occurred_at < ${at ?? null}::timestamptz)`,
  )
  return Number(row?.sum ?? 0)
}

export type StatementPage = Statement & {
  /** Lines of the whole period. */ total: number
  /** From 1. */ page: number
  pages: number
}

type Period = { account: string; from: string; to: string }

/** Postings of the period, without corrections made by reversal and what these cancel. */
const entriesOf = ({ account, from, to }: Period): SQL => sql`
  select p.id, p.transaction_id, p.occurred_at, p.amount from ledger_postings p join ledger_transactions t on t.id = p.transaction_id
  where p.account = ${account} and p.occurred_at >= ${from} and p.occurred_at < ${to} and t.kind <> 'reversal'
    and not exists (select 1 from ledger_transactions r where r.kind = 'reversal' and r.memo->>'reverses' = t.external_id)`

type LineRow = { id: string; at: string; kind: string; memo: Record<string, unknown>; amount: string; risen: string }

const lineOf = ({ id, at, kind, memo, amount, risen }: LineRow, opening: number): LedgerLine => ({
  id,
  at: new Date(at).toISOString(),
  kind,
  memo,
  amount: Number(amount),
  balance: opening + Number(risen),
})

/**
 * Statement for `[from, to)` (ISO, UTC): opening balance, every line with the balance after it,
 * turnovers, closing balance. Corrections made by reversal are folded away with what they cancel.
 */
export async function statement(runner: Runner, account: string, from: string, to: string): Promise<Statement> {
  const read = query<LineRow>(
    runner,
    sql`select t.id::text, e.occurred_at as at, t.kind, t.memo, e.amount::text, (sum(e.amount) over (order by e.occurred_at, e.id))::text as risen
        from (${entriesOf({ account, from, to })}) e join ledger_transactions t on t.id = e.transaction_id order by e.occurred_at, e.id`,
  )
  const [opening, rows] = await Promise.all([balanceOf(runner, account, from), read])
  const lines = rows.map((row) => lineOf(row, opening))
  const incoming = lines.reduce((sum, { amount }) => sum + Math.max(amount, 0), 0)
  const outgoing = lines.reduce((sum, { amount }) => sum + Math.max(-amount, 0), 0)
  return { opening, closing: lines.at(-1)?.balance ?? opening, incoming, outgoing, lines }
}

/**
 * The same statement with one page of its lines, the newest first: the whole period is summed up by the database, and only
 * what is shown is read. A page beyond the last is the last one.
 */
export async function statementPage(
  runner: Runner,
  period: Period,
  { page, size }: { page: number; size: number },
): Promise<StatementPage> {
  const read = query<{ total: number; incoming: string; outgoing: string; page: number; lines: LineRow[] | null }>(
    runner,
    sql`with entry as materialized (${entriesOf(period)}),
          sums as (
            select count(*)::int as total, coalesce(sum(amount) filter (where amount > 0), 0)::text as incoming,
                   coalesce(-sum(amount) filter (where amount < 0), 0)::text as outgoing,
                   least(${page}::int, greatest(1, ceil(count(*) / ${size}::numeric)::int)) as page from entry
          ), shown as (
            select e.*, sum(e.amount) over (order by e.occurred_at, e.id) as risen from entry e
            order by e.occurred_at desc, e.id desc limit ${size} offset (select (sums.page - 1) * ${size} from sums)
          )
        select sums.*, (
          select jsonb_agg(jsonb_build_object('id', t.id, 'at', s.occurred_at, 'kind', t.kind, 'memo', t.memo, 'amount', s.amount::text, 'risen', s.risen::text)
                           order by s.occurred_at desc, s.id desc)
          from shown s join ledger_transactions t on t.id = s.transaction_id) as lines
        from sums`,
  )
  const [opening, [found]] = await Promise.all([balanceOf(runner, period.account, period.from), read])
  const { total = 0, lines } = found ?? {}
  const [incoming, outgoing] = [Number(found?.incoming ?? 0), Number(found?.outgoing ?? 0)]
  return {
    opening,
    closing: opening + incoming - outgoing,
    incoming,
    outgoing,
    lines: (lines ?? []).map((row) => lineOf(row, opening)),
    total,
    page: found?.page ?? 1,
    pages: Math.max(1, Math.ceil(total / size)),
  }
}
