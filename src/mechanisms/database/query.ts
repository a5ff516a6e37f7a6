import type { Payload, PayloadRequest } from 'payload'
import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'

/** What a query can run on: a request (its transaction is used when it has one) or the instance itself. */
export type Runner = Pick<PayloadRequest, 'payload' | 'transactionID'> | Payload

type Result = { rows: unknown[]; rowCount: number | null }
type Executor = { execute: (query: SQL) => Promise<Result> }

/**
 * Runs SQL inside the request's transaction if one is open, otherwise on the pool.
 * Rows come back with the names that the statement gives them.
 */
export async function query<Row>(runner: Runner, statement: SQL): Promise<Row[]> {
  const { rows } = await run(runner, statement)
  // The statement, not the compiler, knows the shape of its rows.
  return rows as Row[]
}

/** Like `query`, for statements whose result is how many rows they touched. */
export async function execute(runner: Runner, statement: SQL): Promise<number> {
  const { rowCount } = await run(runner, statement)
  return rowCount ?? 0
}

/** Turns `text` with `$1…$n` placeholders (as pg-boss writes it) into a drizzle statement. */
export function fromText(text: string, values: readonly unknown[] = []): SQL {
  const parts = text.split(/\$(\d+)/)
  const chunks = parts.map((part, index) =>
    index % 2 === 0 ? sql.raw(part) : sql`${sql.param(values[Number(part) - 1])}`,
  )
  return sql.join(chunks)
}

/** An array as one parameter: `id = any(${list(ids)})`, cast where the column is not text. */
export function list(values: readonly unknown[], type: 'text' | 'uuid' = 'text'): SQL {
  return sql`${sql.param([...values])}::${sql.raw(type)}[]`
}

/** The last statement that each transaction was asked. */
const lastOf = new WeakMap<Executor, Promise<unknown>>()

/** A connection answers one statement at a time: what is asked of a transaction side by side waits its turn. */
async function run(runner: Runner, statement: SQL): Promise<Result> {
  const { executor, ofTransaction } = await executorOf(runner)
  if (!ofTransaction) return executor.execute(statement)
  const turn = (lastOf.get(executor) ?? Promise.resolve()).then(() => executor.execute(statement))
  lastOf.set(
    executor,
    turn.catch(() => undefined),
  )
  return turn
}

async function executorOf(runner: Runner): Promise<{ executor: Executor; ofTransaction: boolean }> {
  const payload = 'payload' in runner ? runner.payload : runner
  const id = 'payload' in runner ? await runner.transactionID : undefined
  const session = id === undefined ? undefined : payload.db.sessions?.[id]
  // Payload types its adapter without the driver; the Postgres adapter always carries drizzle.
  const executor = (session?.db ?? (payload.db as unknown as { drizzle: Executor }).drizzle) as Executor
  return { executor, ofTransaction: session !== undefined }
}
