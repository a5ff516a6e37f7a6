import { Plus } from 'lucide-react'
import { listOrders, orderFilterChoices, orderViews, type OrderView } from '@/collections/sales/orders/order.queries'
import { say } from '@/src/lib/i18n'
import { LinkButton } from '@/src/ui/base/LinkButton'
import { PageHead } from '@/src/ui/base/PageHead'
import { EmptyState } from '@/src/ui/feedback/EmptyState'
import { DataTable } from '@/src/ui/list/DataTable'
import { effectiveFilters, parseListQuery } from '@/src/ui/list/listQuery'
import { Sums } from '@/src/ui/money/Sums'
import { cabinetPage, pageTitle } from '../../_page/cabinetPage'
import { orderColumns, orderSpec } from './orderList'
import { ordersPage as words } from './orders.labels'

export const generateMetadata = pageTitle(words.title)

export default cabinetPage({ module: 'sales', needs: 'orders.read' }, async ({ context, session, locale, zone, search, href }) => {
  const choices = await orderFilterChoices(context)
  const query = parseListQuery(search, orderSpec(choices))
  const view = orderViews.find((name) => name === query.view) ?? ('all' satisfies OrderView)
  const { rows, total, sum, paid, views } = await listOrders(context, { ...query, filters: effectiveFilters(query, orderSpec(choices)) }, view, zone)
  const companies = new Set(rows.map(({ company }) => company))
  return (
    <>
      <PageHead
        actions={
          session.capabilities.has('orders.create') ? (
            <LinkButton href={href('/catalogue')} icon={<Plus />} tone="primary">
              {say(words.newOrder, locale)}
            </LinkButton>
          ) : null
        }
        locale={locale}
        title={say(words.title, locale)}
      />
      <DataTable
        columns={orderColumns(zone, companies.size > 1)}
        empty={
          <EmptyState action={{ href: href('/catalogue'), label: say(words.toCatalogue, locale) }} title={say(words.empty, locale)}>
            {say(words.emptyText, locale)}
          </EmptyState>
        }
        id="orders"
        label={say(words.title, locale)}
        list={{ path: href('/orders'), spec: orderSpec(choices, views), query, total, all: views.all }}
        locale={locale}
        rowHref={(row) => href(`/orders/${encodeURIComponent(row.number)}`)}
        rowKey={(row) => row.id}
        rowName={(row) => say(words.rowName, locale, { number: row.number })}
        rows={rows}
        totals={[
          ...(sum.length > 0 ? [{ label: say(words.total, locale), value: <Sums sums={sum} locale={locale} /> }] : []),
          ...(paid.length > 0 ? [{ label: say(words.totalPaid, locale), value: <Sums sums={paid} locale={locale} /> }] : []),
        ]}
      />
    </>
  )
})
