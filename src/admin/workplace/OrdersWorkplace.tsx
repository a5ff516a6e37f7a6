import Link from 'next/link'
import type { AdminViewServerProps } from 'payload'
import { activeBranches } from '@/collections/clients/companies/company.queries'
import { documentsAbout } from '@/collections/documents/documents/document.queries'
import { orderByNumber } from '@/collections/sales/orders/order.page.queries'
import { ordersWorkplace } from '@/collections/sales/orders/order.workplace'
import { ordersToHandleList } from '@/collections/sales/orders/order.workplace.list'
import { say } from '@/src/lib/i18n'
import { accessOf } from '@/src/mechanisms/access/defineAccess'
import { bulkButtons } from '@/src/mechanisms/lists/bulkButtons'
import { workplaceLabels } from './workplace.labels'
import { Denied } from '../lib/Denied'
import { Frame } from '../lib/Frame'
import { PanelList } from '../lib/PanelList'
import { param, viewContext, type ViewContext } from '../lib/view'
import { address } from './address'
import { OrderDetail } from './OrderDetail'
import { ListHead } from './OrderListHead'
import { OrderList } from './OrderList'
import { countWork, managerName, ordersToHandle, workViews } from './orders.queries'

const words = workplaceLabels
const HERE = '/admin/workplace/orders'

/** [MGR-02] Two panes: orders to handle, and the chosen one with everything that is done with it. The frame waits for neither. */
export async function OrdersWorkplace(props: AdminViewServerProps) {
  const context = await viewContext(props, ordersWorkplace)
  if (!context) return <Denied view={props} />
  return (
    <Frame view={props}>
      <Panes context={context} view={props} />
    </Frame>
  )
}

async function Panes({ context, view: props }: { context: ViewContext; view: AdminViewServerProps }) {
  const { locale } = context
  const view = workViews.find((name) => name === param(props, 'view')) ?? 'new'
  const search = (param(props, 'q') ?? '').trim().slice(0, 100)
  const client = param(props, 'client')
  const manager = param(props, 'manager')
  const page = Math.max(1, Math.trunc(Number(param(props, 'page'))) || 1)
  const asked = param(props, 'order')
  const counting = countWork(context)
  const [counts, list, named, branches, actions] = await Promise.all([
    counting,
    ordersToHandle(context, { view, search, page, client, manager }, counting),
    asked ? orderByNumber(context, asked) : null,
    accessOf('orders').where(context.actor, 'update') === false ? null : activeBranches(context),
    bulkButtons({ ...context, company: null }, ordersToHandleList.key, { locale, linkTo: (path) => path }),
  ])
  const first = asked ? undefined : list.rows[0]
  const chosen = named?.id ?? first?.id
  const [order, documents] = await Promise.all([
    first ? orderByNumber(context, first.number, first.id) : named,
    chosen ? documentsAbout(context, { order: chosen }) : [],
  ])
  const everything = address(HERE, { view, q: search })
  const notes = [
    ...(client ? [{ name: list.rows[0]?.companyName ?? '—', rest: words.allClients, href: everything }] : []),
    ...(manager ? [{ name: await managerName(context, manager), rest: words.allManagers, href: everything }] : []),
  ]
  const kept = { view, q: search, client, manager, page: page > 1 ? String(page) : undefined }

  return (
    <>
      <div className="kb-head">
        <h1>{say(ordersWorkplace.label, locale)}</h1>
      </div>
      <div className="kb-panes" data-open={asked ? '' : undefined}>
        <aside>
          <PanelList
            actions={actions}
            head={<ListHead asked={{ view, search, client, manager }} counts={counts} locale={locale} notes={notes} />}
            id={ordersToHandleList.key}
            label={say(ordersWorkplace.label, locale)}
            locale={locale}
            shown={list.rows.length}
          >
            <OrderList
              chosen={order?.number}
              kept={kept}
              list={list}
              locale={locale}
              page={page}
              ticks={actions.length > 0 ? ordersToHandleList.key : undefined}
            />
          </PanelList>
        </aside>
        <div className="kb-detail">
          <Link className="kb-back" href={address(HERE, kept)} prefetch={false}>
            ← {say(words.back, locale)}
          </Link>
          {order ? (
            <OrderDetail branches={branches} documents={documents} key={order.id} locale={locale} order={order} />
          ) : (
            <p className="kb-sheet kb-empty">{say(asked ? words.notFound : words.choose, locale)}</p>
          )}
        </div>
      </div>
    </>
  )
}
