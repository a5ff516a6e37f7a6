import type { OrderRow } from '@/collections/sales/orders/order.queries'
import { orderWorkflow } from '@/collections/sales/orders/order.workflow'
import { say, type Locale } from '@/src/lib/i18n'
import { Dash } from '@/src/ui/base/Dash'
import type { Column } from '@/src/ui/list/column'
import type { ListSpec } from '@/src/ui/list/listSpec'
import { DateText } from '@/src/ui/money/DateText'
import { Money } from '@/src/ui/money/Money'
import { ordersPage as words } from './orders.labels'
import { OrderState } from './OrderState'

type Choice = { id: string; name: string }

/** The list of orders as the address can ask for it; contracts and warehouses are those that the person has. */
export const orderSpec = (choices: { contracts: Choice[]; warehouses: Choice[] }, counts?: Record<string, number>): ListSpec => ({
  search: true,
  filters: [
    { key: 'status', kind: 'select', label: words.state, options: Object.entries(orderWorkflow.states).map(([value, { label }]) => ({ value, label })) },
    { key: 'warehouse', kind: 'select', label: words.warehouse, options: choices.warehouses.map(({ id, name }) => ({ value: id, label: name })) },
    { key: 'contract', kind: 'select', label: words.contract, options: choices.contracts.map(({ id, name }) => ({ value: id, label: name })) },
    { key: 'placed', kind: 'dates', label: words.placed },
    { key: 'planned', kind: 'dates', label: words.planned },
    { key: 'sum', kind: 'sum', label: words.sum },
  ],
  sorts: ['placed', 'status', 'planned', 'total', 'paid'],
  defaultSort: { key: 'placed', dir: 'desc' },
  views: (['all', 'work', 'unpaid', 'week', 'archive'] as const).map((key) => ({ key, label: words.views[key], ...(counts && key !== 'all' ? { count: counts[key] } : {}) })),
})

export const orderColumns = (zone: string, manyCompanies: boolean): Column<OrderRow>[] => [
  {
    key: 'placed',
    header: words.numberAndDate,
    sort: true,
    main: true,
    phone: 'first',
    cell: (row, { locale }) => (
      <>
        <b className="font-mid">{row.number}</b> <DateText className="text-sm text-ink-2" locale={locale} value={row.placedAt} zone={zone} />
        {manyCompanies ? <span className="block text-sm text-ink-2">{row.companyName}</span> : null}
      </>
    ),
  },
  { key: 'status', header: words.state, sort: true, phone: 'second', width: 'w-56', cell: (row, { locale }) => <OrderState locale={locale} order={row} /> },
  { key: 'planned', header: words.delivery, sort: true, phone: 'hide', cell: (row, { locale }) => <Delivery locale={locale} row={row} zone={zone} /> },
  { key: 'total', header: words.sum, align: 'end', sort: true, phone: 'first', cell: (row, { locale }) => <Money amount={row.total} currency={row.currency} locale={locale} /> },
  {
    key: 'paid',
    header: words.paid,
    align: 'end',
    sort: true,
    phone: 'hide',
    cell: (row, { locale }) => (row.paid === 0 ? <Dash locale={locale} /> : <Money amount={row.paid} currency={row.currency} locale={locale} />),
  },
]

function Delivery({ row, locale, zone }: { row: OrderRow; locale: Locale; zone: string }) {
  const day = row.plannedDate ?? row.wantedDate
  const place = row.deliveryMethod === 'delivery' ? row.deliveryAddress : row.warehouse ? say(words.pickupAt, locale, { warehouse: row.warehouse }) : say(words.pickup, locale)
  return (
    <>
      {day ? <DateText locale={locale} value={day} zone={zone} /> : <Dash locale={locale} />}
      <span className="block text-sm text-ink-2">{place}</span>
    </>
  )
}
