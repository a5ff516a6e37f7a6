import Form from 'next/form'
import Link from 'next/link'
import type { AdminViewServerProps } from 'payload'
import { activeBranches } from '@/collections/clients/companies/company.queries'
import { documentsAbout } from '@/collections/documents/documents/document.queries'
import { orderByNumber } from '@/collections/sales/orders/order.page.queries'
import { ordersWorkplace } from '@/collections/sales/orders/order.workplace'
import { say } from '@/src/lib/i18n'
import { accessOf } from '@/src/mechanisms/access/defineAccess'
import { workplaceLabels } from './workplace.labels'
import { Denied } from '../lib/Denied'
import { Frame } from '../lib/Frame'
import { param, viewContext, type ViewContext } from '../lib/view'
import { address } from './address'
import { OrderDetail } from './OrderDetail'
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
  const [counts, list, named, branches] = await Promise.all([
    counting,
    ordersToHandle(context, { view, search, page, client, manager }, counting),
    asked ? orderByNumber(context, asked) : null,
    accessOf('orders').where(context.actor, 'update') === false ? null : activeBranches(context),
  ])
  const first = asked ? undefined : list.rows[0]
  const chosen = named?.id ?? first?.id
  const [order, documents] = await Promise.all([
    first ? orderByNumber(context, first.number, first.id) : named,
    chosen ? documentsAbout(context, { order: chosen }) : [],
  ])
  const kept = { view, q: search, client, manager, page: page > 1 ? String(page) : undefined }

  return (
    <>
      <div className="kb-head">
        <h1>{say(ordersWorkplace.label, locale)}</h1>
      </div>
      <div className="kb-panes" data-open={asked ? '' : undefined}>
        <aside className="kb-sheet">
          <nav aria-label={say(ordersWorkplace.label, locale)} className="kb-tabs">
            {workViews.map((name) => (
              <Link
                aria-current={name === view ? 'page' : undefined}
                href={address(HERE, { view: name, q: search, client, manager })}
                key={name}
                prefetch={false}
              >
                {say(words[name], locale)} <span className="kb-count">{counts[name]}</span>
              </Link>
            ))}
          </nav>
          <Form action={HERE} className="kb-search" role="search">
            <input name="view" type="hidden" value={view} />
            {client ? <input name="client" type="hidden" value={client} /> : null}
            {manager ? <input name="manager" type="hidden" value={manager} /> : null}
            <input
              aria-label={say(words.search, locale)}
              className="kb-input"
              defaultValue={search}
              name="q"
              placeholder={say(words.search, locale)}
              type="search"
            />
          </Form>
          {client ? (
            <p className="kb-note">
              {say(words.ofClient, locale, { name: list.rows[0]?.companyName ?? '—' })}{' '}
              <Link href={address(HERE, { view, q: search })}>{say(words.allClients, locale)}</Link>
            </p>
          ) : null}
          {manager ? (
            <p className="kb-note">
              {say(words.ofClient, locale, { name: await managerName(context, manager) })}{' '}
              <Link href={address(HERE, { view, q: search })}>{say(words.allManagers, locale)}</Link>
            </p>
          ) : null}
          <OrderList chosen={order?.number} kept={kept} list={list} locale={locale} page={page} />
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
