import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it, vi } from 'vitest'
import { date, link, none, note, quiet, rail, state, strong, sum } from '@/src/ui/list/cell'
import type { Column } from '@/src/ui/list/column'
import { DataTable } from '@/src/ui/list/DataTable'
import type { DataTableProps } from '@/src/ui/list/tableProps'
import { parseListLook } from '@/src/ui/list/listLook'
import { parseListQuery } from '@/src/lib/lists/listQuery'
import type { ListSpec } from '@/src/lib/lists/listSpec'

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
    <DataTable
      id="rows"
      locale="ru"
      label="Строки"
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      list={{ path: '/rows', spec, query, total: 60 }}
      {...change}
    />,
  )
}

describe('[NAV-02] the one list', () => {
  it('shows its usual columns, or those that were chosen, in their order', () => {
    expect(draw()).not.toContain('прочее')
    const chosen = draw({
      look: parseListLook(
        'snug:extra,name',
        columns.map((column) => ({ ...column, fixed: column.main })),
      ),
    })
    expect(chosen.indexOf('>прочее<')).toBeGreaterThan(0)
    expect(chosen.indexOf('>прочее<')).toBeLessThan(chosen.indexOf('Гвоздь'))
    expect(chosen).toContain('data-density="snug"')
  })

  it('escapes what rows say and links the main column', () => {
    expect(draw({ rowHref: (row) => `/rows/${row.id}` })).toMatch(
      /<a class="row-link"[^>]* href="\/rows\/1">Гвоздь &lt;b&gt;<\/a>/,
    )
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
    const html = draw({
      bulk: {
        amount: (row) => ({ amount: row.total, currency: 'RUB' }),
        actions: [{ key: 'zip', label: 'Архив', icon: 'archive', file: '/zip' }],
        run: async (state) => state,
      },
      rowName: () => 'строку 1',
    })
    const tick = /<input type="checkbox"[^>]*data-amount[^>]*>/.exec(html)?.[0] ?? ''
    for (const said of [
      'form="rows-bulk"',
      'data-amount="5 RUB"',
      'aria-label="Выбрать: строку 1"',
      'name="id"',
      'value="1"',
    ])
      expect(tick).toContain(said)
    // Without script the button sends the ticks by itself.
    const button = /<button[^>]*value="zip"[^>]*>/.exec(html)?.[0] ?? ''
    expect(button).toMatch(/formaction="\/zip"/i)
    expect(button).toMatch(/formmethod="get"/i)
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

  it('draws what cells say as data, and leaves elements as they are', () => {
    const html = draw({
      columns: [
        {
          key: 'name',
          main: true,
          header: { ru: 'Имя', en: 'Name' },
          cell: (row, { locale }) => [
            strong(row.name),
            ' ',
            quiet(date('2026-11-24', locale)),
            ...note('ниже', null),
            ...note(null),
          ],
        },
        {
          key: 'state',
          header: { ru: 'Где', en: 'Where' },
          cell: (_row, { locale }) => [state('В пути', 'run'), rail({ done: 2, all: 3 }, locale)],
        },
        { key: 'sum', header: { ru: 'Сумма', en: 'Sum' }, cell: (_row, { locale }) => sum(123_456, 'RUB', locale) },
        { key: 'none', header: { ru: 'Нет', en: 'None' }, cell: (_row, { locale }) => none(locale) },
        { key: 'link', header: { ru: 'Куда', en: 'To' }, cell: () => [link('туда', '/there'), link('никуда', null)] },
        { key: 'own', header: { ru: 'Своё', en: 'Own' }, cell: () => <em>своё</em> },
      ],
    })
    expect(html).toContain('<b>Гвоздь &lt;b&gt;</b> <small><span title="24 ноября 2026">')
    expect(html.match(/<p>/g)).toHaveLength(1)
    expect(html).toContain('<span class="state" data-tone="run">В пути</span>')
    expect(html).toMatch(/<span class="rail" data-done="2"[^>]*><i><\/i><i><\/i><i><\/i><\/span>/)
    expect(html).toMatch(/<span class="num">1.234<small>,56.₽<\/small><\/span>/)
    expect(html).toContain('class="dash"')
    expect(html).toMatch(/<a [^>]*class="link" href="\/there">туда<\/a>никуда/)
    expect(html).toContain('<em>своё</em>')
  })

  it('every cell knows its place on a phone', () => {
    const html = draw()
    expect(html.match(/<td class="[^"]*"/g)).toEqual(['<td class="on-first"', '<td class="on-hide end"'])
  })

  it('views that people save are tabs beside its own, and say when they are looked at otherwise', () => {
    const known: ListSpec = {
      ...spec,
      views: [{ key: 'all', label: 'Все' }],
      saved: [
        { key: 'v1', label: 'Мой', search: 'open=1', own: true },
        { key: 'v2', label: 'Наш', search: 'sort=-name', shared: true },
        { key: 'v3', label: 'Чужого склада', search: 'warehouse=elsewhere', own: true },
      ],
    }
    const saving = { run: () => Promise.resolve({}), share: false, lookChanged: false }
    const at = (search: string, share = false) =>
      draw({
        list: { path: '/rows', spec: known, query: parseListQuery(new URLSearchParams(search), known), total: 60 },
        saving: { ...saving, share },
      })
    const plain = at('')
    expect(plain).toContain('href="/rows?saved=v1&amp;open=1">Мой</a>')
    expect(plain).toMatch(/href="\/rows\?saved=v2&amp;sort=-name">.*Вид всей компании: .*Наш<\/a>/)
    // One that does not fit here is no tab, and may be deleted.
    expect(plain).not.toContain('saved=v3')
    expect(plain).toMatch(/Чужого склада.*Удалить вид/)
    expect(plain).not.toContain('Изменить вид')
    expect(plain).not.toContain('Показывать всей компании')
    expect(at('', true)).toContain('Показывать всей компании')

    const mine = at('saved=v1&open=1')
    expect(
      mine.match(/<a [^>]*aria-current="page"[^>]*saved=v1|<a [^>]*saved=v1[^>]*aria-current="page"/),
    ).not.toBeNull()
    expect(mine).not.toMatch(/aria-current="page"[^>]*>Все<|>Все<[^>]*aria-current/)
    expect(mine).toContain('Изменить вид «Мой»')
    expect(mine).not.toContain('Сохранить изменения')
    expect(at('saved=v1&open=1&sort=-name')).toContain('Сохранить изменения')
    const ours = at('saved=v2')
    expect(ours).toContain('изменён')
    expect(ours).not.toContain('Сохранить изменения')
  })
})
