import { say } from '@/src/lib/i18n'
import type { ListSpec } from '@/src/lib/lists/listSpec'
import { defineBulk } from '@/src/mechanisms/lists/defineBulk'
import { defineList } from '@/src/mechanisms/lists/defineList'
import { pageOf } from '@/src/mechanisms/records/defineRecord'
import { repeatOrder } from './order.actions'
import { orderList as words } from './order.list.labels'
import { listOrders, orderFilterChoices, orderViews, pageOfOrders, type OrderRow } from './order.queries'
import { deliveryPlace, orderStanding } from './order.words'
import { orderWorkflow } from './order.workflow'

const shownViews = ['all', 'work', 'unpaid', 'week', 'archive'] as const
const viewOf = (name: string) => orderViews.find((view) => view === name) ?? 'all'

export const ordersList = defineList<OrderRow>({
  key: 'orders',
  label: words.title,
  path: '/orders',
  needs: 'orders.read',
  spec: async (context) => specOf(await orderFilterChoices(context)),
  read: async (context, asked) => {
    const { rows, total, sum, paid, views } = await listOrders(context, asked, viewOf(asked.view), asked.zone)
    const totals = [
      { key: 'total', label: words.total, sums: sum },
      { key: 'paid', label: words.totalPaid, sums: paid },
    ]
    const { all, work, unpaid, week, archive } = views
    return { rows, total, all, counts: { work, unpaid, week, archive }, totals }
  },
  rows: (context, asked) => pageOfOrders(context, asked, viewOf(asked.view), asked.zone),
  rowKey: ({ id }) => id,
  rowName: ({ number }, locale) => say(words.rowName, locale, { number }),
  rowPage: (row) => pageOf('orders', row),
  amount: ({ total, currency }) => ({ amount: total, currency }),
  company: { header: words.client, value: ({ companyName }) => companyName },
  columns: [
    {
      key: 'placed',
      header: words.numberAndDate,
      sort: true,
      main: true,
      phone: 'first',
      parts: [
        { header: words.number, value: ({ number }) => number },
        { header: words.placed, value: ({ placedAt }) => ({ moment: placedAt }) },
        { header: words.client, value: ({ companyName }) => companyName },
      ],
    },
    {
      key: 'status',
      header: words.state,
      sort: true,
      phone: 'second',
      width: 'w-56',
      parts: [{ header: words.state, value: (row, { locale }) => say(orderStanding(row).label, locale) }],
    },
    {
      key: 'planned',
      header: words.delivery,
      sort: true,
      phone: 'hide',
      parts: [
        { header: words.planned, value: ({ plannedDate, wantedDate }) => dayOf(plannedDate ?? wantedDate) },
        { header: words.place, value: (row, { locale }) => deliveryPlace(row, locale) },
      ],
    },
    {
      key: 'contract',
      header: words.contract,
      optional: true,
      phone: 'hide',
      parts: [{ header: words.contract, value: ({ contract }) => contract }],
    },
    {
      key: 'reference',
      header: words.reference,
      optional: true,
      phone: 'hide',
      parts: [{ header: words.reference, value: ({ clientReference }) => clientReference }],
    },
    {
      key: 'total',
      header: words.sum,
      align: 'end',
      sort: true,
      phone: 'first',
      parts: [{ header: words.sum, value: ({ total, currency }) => ({ amount: total, currency }) }],
    },
    {
      key: 'paid',
      header: words.paid,
      align: 'end',
      sort: true,
      phone: 'hide',
      parts: [
        {
          header: words.paid,
          value: ({ paid, currency }) => (paid === 0 ? null : { amount: paid, currency }),
        },
      ],
    },
  ],
})

export const repeatOrders = defineBulk({
  list: 'orders',
  key: 'repeat',
  label: words.repeat,
  icon: 'repeat',
  order: 10,
  needs: 'orders.create',
  most: 50,
  action: repeatOrder,
  input: (order) => ({ order }),
  remark: ({ gone, mended }, locale) => {
    const said = [
      ...(gone.length > 0 ? [say(words.repeatedWithout, locale, { gone: gone.join(', ') })] : []),
      ...(mended.length > 0 ? [say(words.repeatedMended, locale, { count: mended.length })] : []),
    ]
    return said.length > 0 ? said.join('; ') : null
  },
  done: words.repeated,
  next: { href: '/cart', label: words.toCart },
})

const dayOf = (value: string | null) => (value === null ? null : { day: value })

type Choices = Awaited<ReturnType<typeof orderFilterChoices>>
const optionsOf = (choices: Choices['contracts']) => choices.map(({ id, name }) => ({ value: id, label: name }))

/** What the list may be asked for; contracts and warehouses are those that the person has orders of. */
const specOf = ({ contracts, warehouses }: Choices): ListSpec => ({
  search: true,
  filters: [
    {
      key: 'status',
      kind: 'select',
      label: words.state,
      options: Object.entries(orderWorkflow.states).map(([value, { label }]) => ({ value, label })),
    },
    { key: 'warehouse', kind: 'select', label: words.warehouse, options: optionsOf(warehouses) },
    { key: 'contract', kind: 'select', label: words.contract, options: optionsOf(contracts) },
    { key: 'placed', kind: 'dates', label: words.placed },
    { key: 'planned', kind: 'dates', label: words.planned },
    { key: 'sum', kind: 'sum', label: words.sum },
  ],
  sorts: ['placed', 'status', 'planned', 'total', 'paid'],
  defaultSort: { key: 'placed', dir: 'desc' },
  views: shownViews.map((key) => ({ key, label: words.views[key] })),
})
