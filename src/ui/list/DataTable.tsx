import type { ReactNode } from 'react'
import { say, type Locale } from '@/src/lib/i18n'
import { SheetFoot } from '../base/Sheet'
import { EmptyState } from '../feedback/EmptyState'
import { ErrorState } from '../feedback/ErrorState'
import { BulkDock, type Bulk } from './BulkDock'
import type { Column } from './column'
import { FilterBar } from './FilterBar'
import { listLabels } from './list.labels'
import { ListCount, ListEnd } from './ListEnds'
import type { ListLook } from './listLook'
import { ListManners } from './ListManners'
import { isNarrowed, toSearch, withChange } from './listQuery'
import type { ListQuery, ListSpec } from './listSpec'
import { TableHead } from './TableHead'
import { TableRow } from './TableRow'
import { Views, type SaveView } from './Views'

export type ListState = {
  /** address of the list without its search */
  path: string
  spec: ListSpec
  query: ListQuery
  /** rows that fit the filter */
  total: number
  /** rows there are at all, for «8 из 214» */
  all?: number
}

export type DataTableProps<Row> = {
  /** unique on the page; also names the cookie of the look */
  id: string
  locale: Locale
  /** the table's name for screen readers: «Заказы» */
  label: string
  columns: Column<Row>[]
  rows: Row[]
  rowKey: (row: Row) => string
  /** what the checkbox of a row is called: «заказ 10-2481» */
  rowName?: (row: Row) => string
  rowHref?: (row: Row) => string
  /** views, filters, sort, pages; left out, this is a plain table */
  list?: ListState
  /** sums of the whole filter, not of the page */
  totals?: { label: string; value: ReactNode }[]
  /** from the cookie, by parseListLook; with `list` it also opens the chooser of columns */
  look?: ListLook
  bulk?: Bulk<Row>
  saveView?: SaveView
  /** what to show when there is nothing at all: an EmptyState with the next step */
  empty?: ReactNode
  /** set when the rows could not be read */
  error?: { code?: string }
  currency?: string
  /** export and other links at the right of the filters */
  actions?: ReactNode
  /** a last line, such as Passport */
  footer?: ReactNode
  /** stands inside a Sheet already */
  bare?: boolean
  /** headers for screen readers only: short lists whose columns speak for themselves */
  quietHead?: boolean
}

/** The one list of the portal. Everything it shows is in the address; it works without script and better with it. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { id, locale, label, list, bulk, look, totals, bare } = props
  const columns = chosenColumns(props.columns, look)
  const hasRows = props.rows.length > 0 && !props.error
  return (
    <section id={id} aria-label={label} className={bare ? 'list' : 'list sheet min-w-0 rounded-md border border-line bg-sheet'}>
      {list ? (
        <>
          <Views id={id} label={label} path={list.path} spec={list.spec} query={list.query} locale={locale} saveView={props.saveView} />
          {list.spec.filters.length || list.spec.search ? (
            <FilterBar id={id} path={list.path} spec={list.spec} query={list.query} locale={locale} currency={props.currency} end={<ListCount {...props} list={list} />} />
          ) : null}
        </>
      ) : null}
      {hasRows ? (
        <div className="table-box">
          <table className="table" role="table" aria-label={label} data-density={look?.density}>
            <TableHead columns={columns} list={list} locale={locale} ticks={bulk !== undefined} quiet={props.quietHead} />
            <tbody role="rowgroup">
              {props.rows.map((row) => (
                <TableRow key={props.rowKey(row)} row={row} columns={columns} {...pick(props)} />
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <Nothing {...props} />
      )}
      {hasRows && (totals?.length || list) ? (
        <SheetFoot>
          {totals?.map((one) => (
            <span key={one.label}>
              {one.label} {one.value}
            </span>
          ))}
          {list ? <ListEnd list={list} label={label} locale={locale} shown={props.rows.length} /> : null}
        </SheetFoot>
      ) : null}
      {props.footer}
      {bulk && hasRows ? <BulkDock id={id} bulk={bulk} locale={locale} /> : <ListManners id={id} />}
    </section>
  )
}

function Nothing<Row>({ error, locale, list, empty }: DataTableProps<Row>) {
  if (error) return <ErrorState locale={locale} code={error.code} againHref={list ? list.path + toSearch(list.query, list.spec) : undefined} />
  if (list && isNarrowed(list.query, list.spec)) {
    const first = list.spec.views?.[0]
    const clean = withChange(list.query, { view: first?.key ?? '', filters: {}, search: '' })
    return (
      <EmptyState title={say(listLabels.nothingFound, locale)} action={{ href: list.path + toSearch(clean, list.spec), label: say(listLabels.reset, locale) }}>
        {say(listLabels.nothingFoundText, locale)}
      </EmptyState>
    )
  }
  return empty ?? <EmptyState title={say(listLabels.nothingFound, locale)} />
}

function pick<Row>({ id, locale, rowKey, rowName, rowHref, bulk }: DataTableProps<Row>) {
  return { id, locale, rowKey, rowName, rowHref, bulk }
}

function chosenColumns<Row>(columns: Column<Row>[], look: ListLook | undefined): Column<Row>[] {
  if (!look) return columns.filter((column) => !column.optional)
  return look.columns.flatMap((key) => columns.find((column) => column.key === key) ?? [])
}
