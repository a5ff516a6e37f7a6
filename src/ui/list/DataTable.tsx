import { say } from '@/src/lib/i18n'
import { SheetFoot } from '../base/Sheet'
import { EmptyState } from '../feedback/EmptyState'
import { ErrorState } from '../feedback/ErrorState'
import { BulkDock } from './BulkDock'
import type { Column } from './column'
import { FilterBar } from './FilterBar'
import { listLabels } from './list.labels'
import { ListCount, ListEnd } from './ListEnds'
import type { ListLook } from './listLook'
import { ListManners } from './ListManners'
import { isNarrowed, toSearch, withChange } from './listQuery'
import { TableHead } from './TableHead'
import { TableRow } from './TableRow'
import type { DataTableProps } from './tableProps'
import { Views } from './Views'

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
