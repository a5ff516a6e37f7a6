import { sql, type SQL, type SQLWrapper } from '@payloadcms/db-postgres/drizzle'
import type { postgresAdapter } from '@payloadcms/db-postgres'

type Made = ReturnType<typeof postgresAdapter>
type Operator = (column: SQLWrapper, value: SQLWrapper | string) => SQL

/**
 * Payload's `like` and `contains` (the search boxes of the panel's lists, filters of REST) as the rest of the portal
 * searches: without regard to case in any alphabet, е and ё alike, a person's % and _ meaning themselves. Its own
 * ILIKE knows Latin letters only where the database's locale is C.
 */
export function withFoldedOperators(made: Made): Made {
  return {
    ...made,
    init: (args) => {
      const adapter = made.init(args)
      // Every operator of the adapter takes a column and a value; its type names drizzle's own functions.
      const operators = adapter as unknown as { operators: Record<string, Operator> }
      // Payload gives this one the bare text.
      const not: Operator = (column, value) =>
        sql`not ${matches(column, typeof value === 'string' ? `%${value}%` : value)}`
      operators.operators = { ...operators.operators, like: matches, contains: matches, not_like: not }
      return adapter
    },
  }
}

const matches: Operator = (column, value) =>
  sql`search_fold(${column}::text) like search_fold(${typeof value === 'string' ? literal(value) : value})`

/** Payload puts a % at either end; what stands between them was typed. */
function literal(pattern: string): string {
  if (!/^%[\s\S]*%$/.test(pattern) || pattern.length < 2) return pattern
  return `%${escapeLike(pattern.slice(1, -1))}%`
}

/** A text as a LIKE pattern that matches just it. */
export const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&')
