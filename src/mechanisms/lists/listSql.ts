import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { parseMoney } from '@/src/lib/money'
import { idIn } from '../database/ids'
import { escapeLike } from './foldedOperators'

/** What a filter of a list holds. Days are "YYYY-MM-DD", both ends included; sums are minor units. */
export type ListFilter =
  | { kind: 'text'; text: string }
  | { kind: 'select'; values: string[] }
  | { kind: 'flag' }
  | { kind: 'dates'; from?: string; to?: string }
  | { kind: 'sum'; from?: number; to?: number }

/** What the address bar asks of a list; pages parse it, queries turn it into SQL. */
export type ListInput = {
  search: string
  filters: Readonly<Record<string, ListFilter>>
  sort: { key: string; dir: 'asc' | 'desc' }
  /** From 1. */
  page: number
  perPage: number
}

export type ListColumns = {
  filters: Readonly<Record<string, (filter: ListFilter) => SQL | null>>
  sorts: Readonly<Record<string, SQL>>
  search?: (text: string) => SQL
  /** Makes the order total, so that pages never repeat or lose a row. */
  tie: SQL
}

export type ListSql = { where: SQL; order: SQL; page: SQL }

/** Conditions, order and page of a list. What the columns do not name is ignored, never put into SQL. */
export function listSql(input: ListInput, columns: ListColumns): ListSql {
  const conditions = Object.entries(input.filters).flatMap(([key, filter]) => {
    const condition = columns.filters[key]?.(filter)
    return condition ? [condition] : []
  })
  if (input.search && columns.search) conditions.push(columns.search(input.search))
  const sort = columns.sorts[input.sort.key] ?? columns.tie
  const direction = sql.raw(input.sort.dir === 'desc' ? 'desc nulls last' : 'asc nulls last')
  return {
    where: conditions.length > 0 ? sql.join(conditions, sql` and `) : sql`true`,
    order: sql`${sort} ${direction}, ${columns.tie}`,
    page: sql`limit ${input.perPage} offset ${(input.page - 1) * input.perPage}`,
  }
}

export const bySelect =
  (column: SQL) =>
  (filter: ListFilter): SQL | null =>
    filter.kind === 'select' && filter.values.length > 0
      ? sql`${column}::text in (${sql.join(
          filter.values.map((value) => sql`${value}`),
          sql`, `,
        )})`
      : null

/** Like `bySelect`, for an enum of these options: compared as what it is, so that its index serves. */
export const byOption =
  (column: SQL, options: readonly string[]) =>
  (filter: ListFilter): SQL | null => {
    if (filter.kind !== 'select' || filter.values.length === 0) return null
    const known = filter.values.filter((value) => options.includes(value))
    return known.length > 0
      ? sql`${column} in (${sql.join(
          known.map((value) => sql`${value}`),
          sql`, `,
        )})`
      : sql`false`
  }

/** Like `bySelect`, for a relation: found by the column's own index. */
export const byId =
  (column: SQL) =>
  (filter: ListFilter): SQL | null =>
    filter.kind === 'select' && filter.values.length > 0 ? idIn(column, filter.values) : null

/** Whose a row is, by the company of the table with this alias. */
export const byCompany = (row: string) => byId(sql.raw(`${row}.company_id`))

/** Days of the person's zone over a timestamp column. */
export const byDates =
  (column: SQL, zone = 'Europe/Moscow') =>
  (filter: ListFilter): SQL | null => {
    if (filter.kind !== 'dates') return null
    // The days become moments, rather than the column a day, so that its index serves.
    const parts = [
      ...(filter.from ? [sql`${column} >= ${filter.from}::date::timestamp at time zone ${zone}`] : []),
      ...(filter.to ? [sql`${column} < (${filter.to}::date + 1)::timestamp at time zone ${zone}`] : []),
    ]
    return parts.length > 0 ? sql.join(parts, sql` and `) : null
  }

export const bySum =
  (column: SQL) =>
  (filter: ListFilter): SQL | null => {
    if (filter.kind !== 'sum') return null
    const parts = [
      ...(filter.from !== undefined ? [sql`${column} >= ${filter.from}`] : []),
      ...(filter.to !== undefined ? [sql`${column} <= ${filter.to}`] : []),
    ]
    return parts.length > 0 ? sql.join(parts, sql` and `) : null
  }

export const byText =
  (column: SQL) =>
  (filter: ListFilter): SQL | null =>
    filter.kind === 'text' && filter.text ? contains(column, filter.text) : null

export const byFlag =
  (condition: SQL) =>
  (filter: ListFilter): SQL | null =>
    filter.kind === 'flag' ? condition : null

/** Substring search without regard to case in any alphabet, е and ё alike, in which the person's own % and _ mean themselves. */
export const contains = (column: SQL, text: string): SQL =>
  sql`search_fold(${column}) like search_fold(${`%${escapeLike(text)}%`})`

/** One or several numbers of a record as one text to compare codes in, where the table keeps no column `codes` of it. */
export const codesOf = (...columns: SQL[]): SQL =>
  sql`(${sql.join(
    columns.map((column) => sql`search_code(${column})`),
    sql` || '|' || `,
  )})`

/**
 * Whether a number, an article or another code holds what was typed, whatever was left out: dashes, spaces, leading
 * zeros, the alphabet of look-alike letters. A single sign finds nothing. `codes` is the column of that name, or `codesOf`.
 */
export const containsCode = (codes: SQL, text: string): SQL =>
  sql`(${codes} like '%' || search_code(${text}) || '%' and length(search_code(${text})) > 1)`

/** Whether a sum (minor units) is the one that was typed: «469 439,50», «469439.5 ₽». */
export function isSum(column: SQL, text: string): SQL {
  const typed = /^(\d[\d\s]*(?:[.,]\d{1,2})?)\s*(?:₽|руб\.?|р\.?|rub)?$/i.exec(text.trim())?.[1]
  const digits = typed?.replace(/\s/g, '') ?? ''
  return digits.replace(/\D/g, '').length < 3 ? sql`false` : sql`${column} = ${parseMoney(digits)}`
}
