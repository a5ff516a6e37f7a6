import { z } from 'zod'
import { say, type Text } from '@/src/lib/i18n'
import { pageSizes } from '@/src/lib/lists/listQuery'
import type { FilterSpec, ListQuery, ListSpec } from '@/src/lib/lists/listSpec'
import { askedOf } from '../lists/askedOf'
import type { ListDeclaration } from '../lists/defineList'
import { defineRoute, type Route, type RouteContext, type RouteParameter } from './defineRoute'
import { refuseUnknown, wrongValue } from './readCall'
import { moneySum, sumsShown, described } from './shown'

type Listed<Row, Item extends z.ZodObject> = {
  list: ListDeclaration<Row>
  about?: Text
  item: Item
  give: (row: Row, context: RouteContext) => z.input<Item>
}

const count = (text: Text) => described(z.int().min(0), text)

/** A list of the cabinet as JSON: the same filters, order, pages, counts and totals, read by the list's own declaration. */
export const defineListRoute = <Row, Item extends z.ZodObject>({ list, about, item, give }: Listed<Row, Item>): Route =>
  defineRoute({
    name: `${list.key}.list`,
    method: 'get',
    path: list.path as `/${string}`, // a page's own address begins so
    group: list.label,
    title: list.label,
    ...(about ? { about } : {}),
    needs: list.needs,
    parameters: async (context) => parametersOf(await list.spec(context)),
    answer: z.object({
      items: z.array(item),
      total: count({ ru: 'Сколько записей отвечает отбору', en: 'How many records answer' }),
      page: z.int().min(1),
      perPage: z.int().min(1),
      counts: described(z.record(z.string(), z.int()), { ru: 'Записей в каждом виде', en: 'Records of each view' }),
      totals: described(z.record(z.string(), z.object({ label: z.string(), sums: z.array(moneySum) })), {
        ru: 'Итоги всего отбора, каждая валюта отдельно',
        en: 'What the whole filter comes to, each currency apart',
      }),
    }),
    run: async ({ context, search }) => {
      const spec = await list.spec(context)
      const { query, asked } = askedOf(search, spec, context.zone)
      refuseUnread(search, spec, query)
      const { rows, total, counts = {}, totals } = await list.read(context, asked)
      return {
        items: rows.map((row) => give(row, context)),
        total,
        page: query.page,
        perPage: query.perPage,
        counts: { ...counts },
        totals: Object.fromEntries(
          totals.map(({ key, label, sums }) => [key, { label: say(label, context.locale), sums: sumsShown(sums) }]),
        ),
      } as never // of an item's type only its schema knows
    },
  })

/** A page forgives what it cannot read; a program is told. @throws AppError `front.unknownName`, `front.wrongValue` 422 */
function refuseUnread(search: URLSearchParams, spec: ListSpec, query: ListQuery): void {
  refuseUnknown(search, namesOf(spec))
  const said = (name: string): string => search.getAll(name).filter(Boolean).join(',')
  const held: Array<readonly [string, string]> = [
    ['view', query.view],
    ['sort', `${query.sort.dir === 'desc' ? '-' : ''}${query.sort.key}`],
    ['page', String(query.page)],
    ['per', String(query.perPage)],
  ]
  const wrong =
    held.find(([name, value]) => said(name) !== '' && said(name) !== value)?.[0] ??
    spec.filters.find((filter) => !isRead(filter, query, said))?.key
  if (wrong !== undefined) throw wrongValue(wrong)
}

function isRead(filter: FilterSpec, { filters }: ListQuery, said: (name: string) => string): boolean {
  const { key, kind } = filter
  const text = said(key)
  const value = filters[key]
  if (kind === 'dates' || kind === 'sum') {
    const [from = '', to = '', ...more] = text === '' ? [said(`${key}.from`), said(`${key}.to`)] : text.split('..')
    const ends = value && (value.kind === 'dates' || value.kind === 'sum') ? value : { from: undefined, to: undefined }
    const [asked, read] = [
      [from, to],
      [ends.from, ends.to],
    ].map((pair) => pair.filter((end) => end !== undefined && end !== '').length)
    return more.length === 0 && (text === '' || text.includes('..')) && asked === read
  }
  if (kind !== 'select') return text === '' || value !== undefined
  return new Set(text.split(',').filter(Boolean)).size === (value?.kind === 'select' ? value.values.length : 0)
}

const ENDS: ReadonlySet<string> = new Set(['dates', 'sum'])
const namesOf = ({ filters, views, search }: ListSpec): string[] => [
  ...(views ? ['view'] : []),
  ...(search ? ['q'] : []),
  ...filters.flatMap(({ key, kind }) => [key, ...(ENDS.has(kind) ? [`${key}.from`, `${key}.to`] : [])]),
  ...['sort', 'page', 'per'],
]

const words = {
  view: { ru: 'Вид списка', en: 'View of the list' },
  q: { ru: 'Поиск', en: 'Search' },
  sort: { ru: 'Порядок; «-» впереди — по убыванию', en: 'Order; “-” in front: descending' },
  page: { ru: 'Страница, с 1', en: 'Page, from 1' },
  per: { ru: 'Записей на странице', en: 'Records on a page' },
} satisfies Record<string, Text>

function parametersOf(spec: ListSpec): RouteParameter[] {
  const more = (text: Text, hint: Text): Text => ({ ru: `${text.ru}: ${hint.ru}`, en: `${text.en}: ${hint.en}` })
  const shown = (filter: FilterSpec): RouteParameter[] => {
    const { key, kind, label } = filter
    if (kind === 'flag') return [{ name: key, about: label, values: ['1'] }]
    if (kind === 'select') {
      const about = more(label, { ru: 'можно несколько, через запятую', en: 'several are joined by commas' })
      return [
        { name: key, about, ...(filter.options.length > 0 ? { values: filter.options.map((it) => it.value) } : {}) },
      ]
    }
    if (!ENDS.has(kind)) return [{ name: key, about: label }]
    const format = kind === 'dates' ? { format: 'date' } : {}
    return [
      { name: `${key}.from`, about: more(label, { ru: 'от', en: 'from' }), ...format },
      { name: `${key}.to`, about: more(label, { ru: 'до', en: 'to' }), ...format },
    ]
  }
  return [
    ...(spec.views ? [{ name: 'view', about: words.view, values: spec.views.map(({ key }) => key) }] : []),
    ...(spec.search ? [{ name: 'q', about: words.q }] : []),
    ...spec.filters.flatMap(shown),
    { name: 'sort', about: words.sort, values: spec.sorts.flatMap((key) => [key, `-${key}`]) },
    { name: 'page', about: words.page },
    { name: 'per', about: words.per, values: pageSizes(spec).map(String) },
  ]
}
