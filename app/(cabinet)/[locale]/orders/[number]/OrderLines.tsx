import type { OrderLineRow, OrderPage } from '@/collections/sales/orders/order.page.queries'
import { say, type Locale } from '@/src/lib/i18n'
import { formatQty } from '@/src/lib/money'
import { pageOf } from '@/src/mechanisms/records/defineRecord'
import { State } from '@/src/ui/base/State'
import { Sheet } from '@/src/ui/base/Sheet'
import { TextLink } from '@/src/ui/base/TextLink'
import type { Column } from '@/src/ui/list/column'
import { DataTable } from '@/src/ui/list/DataTable'
import { DateText } from '@/src/ui/money/DateText'
import { Money, UnitPrice } from '@/src/ui/money/Money'
import { Qty } from '@/src/ui/money/Qty'
import { orderPage as words } from './order.labels'

/** What is in the order, at the prices it was placed with. */
export function OrderLines({
  order,
  locale,
  zone,
  href,
}: {
  order: OrderPage
  locale: Locale
  zone: string
  href: (path: string) => string
}) {
  const weight = order.weight
    ? `, ${say(words.weight, locale, { kg: new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(order.weight / 1_000) })}`
    : ''
  return (
    <Sheet
      footer={
        <>
          {order.vat > 0 ? (
            <span>
              {say(words.vat, locale)} <Money amount={order.vat} currency={order.currency} locale={locale} />
            </span>
          ) : null}
          <span className="ml-auto text-base text-ink">
            {say(words.total, locale)}{' '}
            <b>
              <Money amount={order.total} currency={order.currency} locale={locale} />
            </b>
          </span>
        </>
      }
      sub={`${say(words.positions, locale, { count: order.lines.length })}${weight}`}
      title={say(words.lines, locale)}
    >
      <DataTable
        bare
        columns={columns(order, zone, href)}
        id="lines"
        label={say(words.lines, locale)}
        locale={locale}
        rowKey={(row) => row.id}
        rows={order.lines}
      />
    </Sheet>
  )
}

/** What was ordered, and how much of it has gone. */
function Quantity({ row, locale }: { row: OrderLineRow; locale: Locale }) {
  return (
    <>
      <Qty locale={locale} qty={row.qty} unit={row.unit} />
      {row.shippedQty > 0 ? (
        <span className="block text-sm text-ink-2">
          {say(row.shippedQty < row.qty ? words.shippedOf : words.shippedAll, locale, {
            qty: formatQty(row.shippedQty, locale),
            all: formatQty(row.qty, locale),
          })}
        </span>
      ) : null}
    </>
  )
}

const columns = (order: OrderPage, zone: string, href: (path: string) => string): Column<OrderLineRow>[] => [
  {
    key: 'name',
    header: words.goods,
    main: true,
    phone: 'first',
    cell: (row) => (
      <>
        {row.slug ? (
          <TextLink
            className="!text-ink !no-underline hover:!underline"
            href={href(pageOf('products', { slug: row.slug }))}
          >
            {row.name}
          </TextLink>
        ) : (
          row.name
        )}
        {row.article ? <span className="block text-sm text-ink-2">{row.article}</span> : null}
      </>
    ),
  },
  {
    key: 'qty',
    header: words.qty,
    align: 'end',
    phone: 'second',
    cell: (row, { locale }) => <Quantity locale={locale} row={row} />,
  },
  {
    key: 'price',
    header: words.price,
    align: 'end',
    phone: 'hide',
    cell: (row, { locale }) => <UnitPrice currency={order.currency} locale={locale} price={row.price} />,
  },
  {
    key: 'total',
    header: words.sum,
    align: 'end',
    phone: 'first',
    cell: (row, { locale }) => <Money amount={row.total} currency={order.currency} locale={locale} />,
  },
  {
    key: 'where',
    header: words.where,
    phone: 'second',
    cell: (row, { locale }) =>
      row.availableFrom ? (
        <State tone="wait">
          <DateText locale={locale} value={row.availableFrom} zone={zone} />
        </State>
      ) : row.warehouse ? (
        <State tone="good">{row.warehouse}</State>
      ) : null,
  },
]
