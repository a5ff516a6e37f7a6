import { say, type Locale } from '@/src/lib/i18n'
import { near } from '../base/near'
import Link from 'next/link'
import { ColumnChooser } from './ColumnChooser'
import type { DataTableProps, ListState } from './tableProps'
import { listLabels } from './list.labels'
import { lookCookie } from './listLook'
import { pageSizes, toSearch, withChange } from '@/src/lib/lists/listQuery'
import { Pagination } from './Pagination'

/** «8 из 214», the page's own links, and how the table looks. */
export function ListCount<Row>({
  id,
  list,
  locale,
  actions,
  look,
  columns,
}: DataTableProps<Row> & { list: ListState }) {
  const all = list.all ?? list.total
  return (
    <>
      {list.total === all ? null : (
        <span className="num">{say(listLabels.count, locale, { shown: list.total, all })}</span>
      )}
      {actions}
      {look ? (
        <ColumnChooser
          id={`${id}-look`}
          key={list.query.saved}
          cookie={list.query.saved ? null : lookCookie(id)}
          look={look}
          columns={columns.map((column) => ({ key: column.key, name: say(column.header, locale), fixed: column.main }))}
          words={{
            look: say(listLabels.look, locale),
            columns: say(listLabels.columns, locale),
            density: say(listLabels.density, locale),
            roomy: say(listLabels.roomy, locale),
            snug: say(listLabels.snug, locale),
            higher: say(listLabels.higher, locale, { name: '{name}' }),
            lower: say(listLabels.lower, locale, { name: '{name}' }),
          }}
        />
      ) : null}
    </>
  )
}

/** Which rows these are, how many on a page, and the pages. */
export function ListEnd({
  list,
  label,
  locale,
  shown,
}: {
  list: ListState
  label: string
  locale: Locale
  shown: number
}) {
  const { query, spec, path, total } = list
  const first = (query.page - 1) * query.perPage + 1
  return (
    <span className="ml-auto flex flex-wrap items-center gap-x-4 gap-y-1">
      {total > Math.min(...pageSizes(spec)) ? (
        <span className="no-print hidden items-center gap-1 md:flex">
          {say(listLabels.perPage, locale)}
          {pageSizes(spec).map((size) => (
            <Link
              {...near}
              key={size}
              href={path + toSearch(withChange(query, { perPage: size }), spec)}
              aria-current={size === query.perPage ? 'true' : undefined}
              className="page-size num"
            >
              {size}
            </Link>
          ))}
        </span>
      ) : null}
      <span className="num">
        {first}–{first + shown - 1}
      </span>
      <Pagination
        label={label}
        locale={locale}
        page={query.page}
        pages={Math.ceil(total / query.perPage)}
        href={(page) => path + toSearch({ ...query, page }, spec)}
      />
    </span>
  )
}
