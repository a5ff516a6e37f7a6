import type { Payload, PayloadRequest } from 'payload'
import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'

/** What a query can run on: a request (its transaction is used when it has one) or the instance itself. */
export type Runner = Pick<PayloadRequest, 'payload' | 'transactionID'> | Payload

type Executor = { execute: (query: SQL) => Promise<{ rows: unknown[]; rowCount: number | null }> }

/**
 * Runs SQL inside the request's transaction if one is open, otherwise on the pool.
 * Rows come back with the names that the statement gives them.
 */
export async function query<Row>(runner: Runner, statement: SQL): Promise<Row[]> {
  const { rows } = await (await executorOf(runner)).execute(statement)
  // The statement, not the compiler, knows the shape of its rows.
  return rows as Row[]
}

/** Like `query`, for statements whose result is how many rows they touched. */
export async function execute(runner: Runner, statement: SQL): Promise<number> {
  const { rowCount } = await (await executorOf(runner)).execute(statement)
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

async function executorOf(runner: Runner): Promise<Executor> {
  const payload = 'payload' in runner ? runner.payload : runner
  const id = 'payload' in runner ? await runner.transactionID : undefined
  const session = id === undefined ? undefined : payload.db.sessions?.[id]
  // Payload types its adapter without the driver; the Postgres adapter always carries drizzle.
  return (session?.db ?? (payload.db as unknown as { drizzle: Executor }).drizzle) as Executor
}
