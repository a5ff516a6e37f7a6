import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { declarations } from '@/src/lib/declarations'
import type { Locale, Text } from '@/src/lib/i18n'
import { moneySums, type MoneySum } from '@/src/lib/moneySums'
import type { QueryContext } from '../access/context'
import { query } from '../database/query'
import { scalars } from '../database/scalars'
import { shownTo, type Placed } from './shownTo'
import type { PanelRow, PanelTable } from './panelTable'

/** A number or a sum on the panel's first page, and the list behind it. */
export type ScalarFigure = Placed & {
  kind: 'count' | 'money'
  label: Text
  /** Where the rows behind it are, exactly those. */
  href: string
  /** Anything but none is a trouble. */
  alarming?: boolean
  /** A scalar expression over what the person may read: an integer; of money a JSON list of `{ currency, amount }`, minor units. */
  value: (context: QueryContext) => SQL
}

/** A row behind a figure; what else a declaration selects, its `words` read. */
export type BehindRow = {
  id: string
  /** ISO: since when, or of which day. */
  at: string | null
  amount: number | null
  currency: string | null
  minutes: number | null
  /** Which of the figure's parts it belongs to. */
  part: string | null
} & Record<string, unknown>

/** A number that is counted from rows, the list of these rows (`/admin/figure?of=<key>`), and what «Сегодня» shows of them. */
export type RowsFigure = Placed & {
  kind: 'rows'
  label: Text
  /** What stands in the list and what does not. */
  about?: Text
  alarming?: boolean
  /** What the number says: how many rows, what they come to, or the middle of their minutes. */
  measure: 'count' | 'sum' | 'median'
  /** What the list calls the date, the sum and the duration of a row; a column that it does not name is not there. */
  heads: { title: Text; at: Text; amount?: Text; minutes?: Text }
  /** Ascending by `at` unless it says so: who has waited longest, first. */
  newestFirst?: boolean
  /** How many of the rows stand on «Сегодня» itself. */
  top?: number
  /** Parts that «Сегодня» draws as bars, in their order; the list can be narrowed to one. */
  parts?: Readonly<Record<string, Text>>
  /** A subquery over what the person may read; its columns are those of `BehindRow` (those that `heads` and `parts` need). */
  rows: (context: QueryContext) => SQL
  words: (row: BehindRow, locale: Locale) => { title: string; note?: string | null; href?: string }
}

/** A table by whatever it names: a row for each manager, for each node. */
export type TableFigure = Placed & {
  kind: 'table'
  label: Text
  heads: PanelTable['heads']
  rows: (context: QueryContext, locale: Locale) => Promise<readonly PanelRow[]>
}

export type Figure = ScalarFigure | RowsFigure | ChartFigure | TableFigure

/** Days as bars, with the table behind them. */
export type ChartFigure = Placed & {
  kind: 'chart'
  label: Text
  /** What is counted in a day and what is summed up: heads of the table. */
  heads: { count: Text; sum: Text }
  /** Rows of each day and currency, oldest first, over what the person may read. */
  rows: (context: QueryContext) => SQL
}

/** A row of a chart: `day` is YYYY-MM-DD, `total` in minor units; a day without anything has no currency. */
type ChartRow = { day: string; currency: string | null; count: number; total: number }

export type ShownScalar = { figure: ScalarFigure | RowsFigure; value: number | MoneySum[] | null }
export type ChartDay = { day: string; count: number; totals: MoneySum[] }
export type ShownChart = { figure: ChartFigure; days: ChartDay[] }

const registry = declarations<Figure>()

/** Declares a figure of «Сегодня». */
export function defineFigure<Declared extends Figure>(figure: Declared): Declared {
  registry.set(figure.key, figure)
  return figure
}

export const declaredFigures = (): readonly Figure[] => [...registry.values()]

/** The person's figures of every kind, in their order. */
export const figuresFor = ({ actor }: QueryContext): Figure[] => shownTo(actor, registry.values())
export const figureOf = (key: string): Figure | undefined => registry.get(key)

/** The person's numbers and sums in their order: one question for all. */
export async function scalarFiguresFor(context: QueryContext): Promise<ShownScalar[]> {
  const mine = figuresFor(context).filter(isScalar)
  const values = await scalars<ShownScalar['value']>(
    context.req,
    mine.map((figure) => [figure.key, valueOf(figure, context)] as const),
  )
  return mine.map((figure) => ({ figure, value: values[figure.key] ?? null }))
}

const isScalar = (figure: Figure): figure is ScalarFigure | RowsFigure =>
  figure.kind === 'count' || figure.kind === 'money' || figure.kind === 'rows'

/** The number of a figure as a scalar expression. */
export const valueOf = (figure: ScalarFigure | RowsFigure, context: QueryContext): SQL =>
  figure.kind === 'rows' ? measures[figure.measure](figure.rows(context)) : figure.value(context)

const measures: Record<RowsFigure['measure'], (rows: SQL) => SQL> = {
  count: (rows) => sql`(select count(*)::int from (${rows}) it)`,
  sum: (rows) =>
    sql`(select coalesce(jsonb_agg(jsonb_build_object('currency', s.currency, 'amount', s.amount) order by s.amount desc), '[]'::jsonb)
         from (select it.currency, sum(it.amount)::float8 as amount from (${rows}) it group by it.currency) s where s.amount <> 0)`,
  median: (rows) => sql`(select round(percentile_cont(0.5) within group (order by it.minutes))::int from (${rows}) it)`,
}

/** The person's charts in their order, a question for each; sums of a day in each currency apart. */
export async function chartsFor(context: QueryContext): Promise<ShownChart[]> {
  const charts: ShownChart[] = []
  for (const figure of figuresFor(context).filter((one) => one.kind === 'chart'))
    charts.push({ figure, days: daysOf(await query<ChartRow>(context.req, figure.rows(context))) })
  return charts
}

function daysOf(rows: readonly ChartRow[]): ChartDay[] {
  return [...new Set(rows.map(({ day }) => day))].map((day) => {
    const parts = rows.filter((row) => row.day === day)
    const told = parts.flatMap(({ currency, total }) => (currency ? [{ currency, total }] : []))
    return {
      day,
      count: parts.reduce((sum, { count }) => sum + count, 0),
      totals: moneySums(told, ({ total }) => total),
    }
  })
}
