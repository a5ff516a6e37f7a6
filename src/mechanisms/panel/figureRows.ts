import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Locale, Text } from '@/src/lib/i18n'
import { moneySums, type MoneySum } from '@/src/lib/moneySums'
import type { QueryContext } from '../access/context'
import { query } from '../database/query'
import {
  figureOf,
  figuresFor,
  type BehindRow,
  type RowsFigure,
  type ScalarFigure,
  type TableFigure,
} from './defineFigure'
import type { PanelRow } from './panelTable'

export type ShownTable = { figure: TableFigure; rows: readonly PanelRow[] }

/** Where the rows behind a figure are, or behind one of its parts. */
export const hrefOfFigure = (figure: ScalarFigure | RowsFigure, part?: string): string =>
  figure.kind === 'rows'
    ? `/admin/figure?of=${figure.key}${part === undefined ? '' : `&part=${encodeURIComponent(part)}`}`
    : figure.href

/** The figure whose list is asked for by its key. */
export function rowsFigure(key: string | undefined): RowsFigure | undefined {
  const figure = key === undefined ? undefined : figureOf(key)
  return figure?.kind === 'rows' ? figure : undefined
}

/** A page of the rows behind a figure, and how many there are of the whole. */
export async function rowsBehind(
  figure: RowsFigure,
  context: QueryContext,
  { part, limit, offset = 0 }: { part?: string; limit: number; offset?: number },
): Promise<{ rows: BehindRow[]; total: number }> {
  const all = figure.rows(context)
  const narrowed = part === undefined ? all : sql`select p.* from (${all}) p where p.part = ${part}`
  const newestFirst = figure.newestFirst ?? false
  const rows = await query<BehindRow & { total: number }>(
    context.req,
    sql`select it.*, (count(*) over ())::int as total from (${narrowed}) it
        order by case when ${newestFirst} then it.at end desc nulls last, it.at nulls last, it.id limit ${limit} offset ${offset}`,
  )
  return { rows, total: rows[0]?.total ?? 0 }
}

export type ShownPart = { part: string; label: Text; count: number; totals: MoneySum[] }

/** What the parts of a figure come to, in their order. */
export async function partsOf(figure: RowsFigure, context: QueryContext): Promise<ShownPart[]> {
  const sums = figure.measure === 'sum'
  const rows = await query<{ part: string; currency: string | null; count: number; total: number }>(
    context.req,
    sums
      ? sql`select it.part, it.currency, count(*)::int as count, sum(it.amount)::float8 as total from (${figure.rows(context)}) it group by 1, 2`
      : sql`select it.part, null as currency, count(*)::int as count, 0 as total from (${figure.rows(context)}) it group by 1`,
  )
  return Object.entries(figure.parts ?? {}).map(([part, label]) => {
    const mine = rows.filter((row) => row.part === part)
    const told = mine.flatMap(({ currency, total }) => (currency ? [{ currency, total }] : []))
    return {
      part,
      label,
      count: mine.reduce((sum, { count }) => sum + count, 0),
      totals: moneySums(told, ({ total }) => total),
    }
  })
}

/** The person's figures that show rows or parts on «Сегодня», in their order. */
export const detailedFiguresFor = (context: QueryContext): RowsFigure[] =>
  figuresFor(context).filter(
    (figure): figure is RowsFigure =>
      figure.kind === 'rows' && (figure.top !== undefined || figure.parts !== undefined),
  )

/** The person's tables in their order, a question for each. */
export async function tablesFor(context: QueryContext, locale: Locale): Promise<ShownTable[]> {
  const tables: ShownTable[] = []
  for (const figure of figuresFor(context).filter((one) => one.kind === 'table'))
    tables.push({ figure, rows: await figure.rows(context, locale) })
  return tables
}
