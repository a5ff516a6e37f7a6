import { say } from '@/src/lib/i18n'
import { SheetFoot } from '../base/Sheet'
import { EmptyState } from '../feedback/EmptyState'
import { ErrorState } from '../feedback/ErrorState'
import type { Bulk } from './bulk'
import { BulkDock } from './BulkDock'
import { cellLook } from './cellLook'
import type { Column } from './column'
import { dockWords } from './dockWords'
import { FilterBar } from './FilterBar'
import { listLabels } from './list.labels'
import { ListCount, ListEnd } from './ListEnds'
import type { ListLook } from './listLook'
import { ListKeys } from './ListKeys'
import { ListManners } from './ListManners'
import { ListRows, type ListRow } from './ListRows'
import { isNarrowed, toSearch, withChange } from '@/src/lib/lists/listQuery'
import { TableHead } from './TableHead'
import type { DataTableProps } from './tableProps'
import { Views } from './Views'

/** The one list of the portal. Everything it shows is in the address; it works without script and better with it. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { id, locale, label, list, bulk, look, totals, bare } = props
  const columns = chosenColumns(props.columns, look)
  const hasRows = props.rows.length > 0 && !props.error
  return (
    <section
      id={id}
      aria-label={label}
      className={bare ? 'list' : 'list sheet min-w-0 rounded-md border border-line bg-sheet'}
    >
      {list ? (
        <>
          <Views
            id={id}
            label={label}
            path={list.path}
            spec={list.spec}
            query={list.query}
            look={look}
            locale={locale}
            saving={props.saving}
          />
          {list.spec.filters.length || list.spec.search ? (
            <FilterBar
              id={id}
              path={list.path}
              spec={list.spec}
              query={list.query}
              locale={locale}
              currency={props.currency}
              end={<ListCount {...props} list={list} />}
            />
          ) : null}
        </>
      ) : null}
      {hasRows ? (
        <div className="table-box">
          <table className="table" aria-label={label} data-density={look?.density}>
            <TableHead
              columns={columns}
              list={list}
              locale={locale}
              ticks={bulk !== undefined}
              quiet={props.quietHead}
            />
            <ListRows {...rowsOf(props, columns)} />
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
      {list ? <ListKeys id={id} locale={locale} ticks={bulk !== undefined} /> : null}
      {bulk && hasRows ? <Dock {...props} bulk={bulk} /> : <ListManners id={id} />}
    </section>
  )
}

function Dock<Row>({ id, locale, list, rows, bulk }: DataTableProps<Row> & { bulk: Bulk<Row> }) {
  const total = list?.total ?? rows.length
  return (
    <BulkDock
      id={id}
      locale={locale}
      actions={bulk.actions}
      run={bulk.run}
      total={total}
      search={list ? toSearch({ ...list.query, page: 1 }, list.spec) : ''}
      words={dockWords(locale, total)}
    />
  )
}

function Nothing<Row>({ error, locale, list, empty }: DataTableProps<Row>) {
  if (error)
    return (
      <ErrorState
        locale={locale}
        code={error.code}
        againHref={list ? list.path + toSearch(list.query, list.spec) : undefined}
      />
    )
  if (list && isNarrowed(list.query, list.spec)) {
    const first = list.spec.views?.[0]
    const clean = withChange(list.query, { view: first?.key ?? '', filters: {}, search: '' })
    return (
      <EmptyState
        title={say(listLabels.nothingFound, locale)}
        action={{ href: list.path + toSearch(clean, list.spec), label: say(listLabels.reset, locale) }}
      >
        {say(listLabels.nothingFoundText, locale)}
      </EmptyState>
    )
  }
  return empty ?? <EmptyState title={say(listLabels.nothingFound, locale)} />
}

/** The rows as data, and how their cells look. The main column (or the first) carries the link. */
function rowsOf<Row>(props: DataTableProps<Row>, columns: readonly Column<Row>[]) {
  const { id, locale, bulk, rowKey, rowName, rowHref } = props
  const main = Math.max(
    0,
    columns.findIndex((column) => column.main),
  )
  const rows = props.rows.map((row): ListRow => {
    const amount = bulk?.amount?.(row)
    return [
      rowKey(row),
      rowHref?.(row) ?? 0,
      bulk ? (rowName?.(row) ?? 0) : 0,
      amount ? `${amount.amount} ${amount.currency}` : 0,
      ...columns.map((column) => column.cell(row, { locale })),
    ]
  })
  const looks = columns.map((column, index) => cellLook(column, index === main))
  const ticks = bulk ? { form: `${id}-bulk`, select: say(listLabels.select, locale, { name: '{name}' }) } : undefined
  return { rows, looks, main, ticks }
}

function chosenColumns<Row>(columns: readonly Column<Row>[], look: ListLook | undefined): readonly Column<Row>[] {
  if (!look) return columns.filter((column) => !column.optional)
  return look.columns.flatMap((key) => columns.find((column) => column.key === key) ?? [])
}
