import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it, vi } from 'vitest'
import type { Column } from '@/src/ui/list/column'
import { DataTable } from '@/src/ui/list/DataTable'
import type { DataTableProps } from '@/src/ui/list/tableProps'
import { parseListLook } from '@/src/ui/list/listLook'
import { parseListQuery } from '@/src/ui/list/listQuery'
import type { ListSpec } from '@/src/ui/list/listSpec'

vi.mock('next/navigation', () => ({ useRouter: () => ({ push: () => undefined, refresh: () => undefined }) }))

type Row = { id: string; name: string; total: number }

const columns: Column<Row>[] = [
  { key: 'name', main: true, sort: true, header: { ru: 'Имя', en: 'Name' }, cell: (row) => row.name },
  { key: 'total', align: 'end', header: { ru: 'Сумма', en: 'Total' }, phone: 'hide', cell: (row) => row.total },
  { key: 'extra', optional: true, header: { ru: 'Прочее', en: 'Other' }, cell: () => 'прочее' },
]
const spec: ListSpec = {
  filters: [{ key: 'open', kind: 'flag', label: { ru: 'Открытые', en: 'Open' } }],
  sorts: ['name'],
  defaultSort: { key: 'name', dir: 'asc' },
}
const rows: Row[] = [{ id: '1', name: 'Гвоздь <b>', total: 5 }]

function draw(change: Partial<DataTableProps<Row>> = {}, search = ''): string {
  const query = parseListQuery(new URLSearchParams(search), spec)
  return renderToStaticMarkup(
    <DataTable id="rows" locale="ru" label="Строки" columns={columns} rows={rows} rowKey={(row) => row.id} list={{ path: '/rows', spec, query, total: 60 }} {...change} />,
  )
}

describe('[NAV-02] the one list', () => {
  it('shows its usual columns, or those that were chosen, in their order', () => {
    expect(draw()).not.toContain('прочее')
    const chosen = draw({ look: parseListLook('snug:extra,name', columns.map((column) => ({ ...column, fixed: column.main }))) })
    expect(chosen.indexOf('>прочее<')).toBeGreaterThan(0)
    expect(chosen.indexOf('>прочее<')).toBeLessThan(chosen.indexOf('Гвоздь'))
    expect(chosen).toContain('data-density="snug"')
  })

  it('escapes what rows say and links the main column', () => {
    expect(draw({ rowHref: (row) => `/rows/${row.id}` })).toMatch(/<a class="row-link"[^>]* href="\/rows\/1">Гвоздь &lt;b&gt;<\/a>/)
  })

  it('tells the order to screen readers and turns it by a link', () => {
    const html = draw()
    expect(html).toContain('aria-sort="ascending"')
    expect(html).toContain('href="/rows?sort=-name"')
  })

  it('pages keep the filter', () => {
    expect(draw({}, 'open=1&page=2')).toContain('href="/rows?open=1&amp;page=3"')
  })

  it('ticks belong to the form of bulk actions and carry the sum', () => {
    const html = draw({ bulk: { amount: (row) => ({ amount: row.total, currency: 'RUB' }), actions: [{ key: 'zip', label: 'Архив', run: { to: '/zip' } }] }, rowName: () => 'строку 1' })
    expect(html).toMatch(/<input type="checkbox" form="rows-bulk" data-amount="5" data-currency="RUB" aria-label="Выбрать: строку 1" name="id" value="1"\/>/)
    expect(html).toMatch(/<form id="rows-bulk"[^>]*><button type="submit"[^>]* formAction="\/zip" formMethod="get"/)
  })

  it('nothing at all, nothing by this filter, and a failure are three different things', () => {
    const empty = { rows: [], empty: <p>Первый шаг</p> }
    expect(draw(empty)).toContain('Первый шаг')
    expect(draw(empty, 'open=1')).toContain('Ничего не нашлось')
    expect(draw(empty, 'open=1')).toContain('href="/rows"')
    const failed = draw({ rows, error: { code: 'req-1' } })
    expect(failed).toContain('role="alert"')
    expect(failed).toContain('req-1')
    expect(failed).not.toContain('Гвоздь')
  })

  it('every cell knows its place on a phone', () => {
    const html = draw()
    expect(html.match(/<td /g)).toHaveLength(2)
    expect(html.match(/data-phone="(first|hide)"/g)).toEqual(['data-phone="first"', 'data-phone="hide"'])
  })
})
