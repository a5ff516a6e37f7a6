import { ordersList } from '@/collections/sales/orders/order.list'
import { orderList as words } from '@/collections/sales/orders/order.list.labels'
import { say } from '@/src/lib/i18n'
import { LinkButton } from '@/src/ui/base/LinkButton'
import { EmptyState } from '@/src/ui/feedback/EmptyState'
import { Plus } from '@/src/ui/icon/icons'
import { listPage } from '../../_list/listPage'
import { pageTitle } from '../../_page/cabinetPage'
import { orderCells } from './orderCells'

export const generateMetadata = pageTitle(words.title)

export default listPage(ordersList, {
  cells: orderCells,
  actions: ({ session, locale, href }) =>
    session.capabilities.has('orders.create') ? (
      <LinkButton href={href('/catalogue')} icon={<Plus />} tone="primary">
        {say(words.newOrder, locale)}
      </LinkButton>
    ) : null,
  empty: ({ locale, href }) => (
    <EmptyState
      action={{ href: href('/catalogue'), label: say(words.toCatalogue, locale) }}
      title={say(words.empty, locale)}
    >
      {say(words.emptyText, locale)}
    </EmptyState>
  ),
})
