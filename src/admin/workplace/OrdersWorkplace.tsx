import Form from 'next/form'
import Link from 'next/link'
import type { AdminViewServerProps } from 'payload'
import { orderByNumber } from '@/collections/sales/orders/order.page'
import { say } from '@/src/lib/i18n'
import { workplaceLabels } from './workplace.labels'
import { Denied } from '../lib/Denied'
import { Frame } from '../lib/Frame'
import { param, viewContext } from '../lib/view'
import { address } from './address'
import { OrderDetail } from './OrderDetail'
import { OrderList } from './OrderList'
import { countWork, ordersToHandle, workViews } from './orders.queries'
import { staffWithClients } from '@/src/mechanisms/access/roles'

const words = workplaceLabels
const HERE = '/admin/workplace/orders'

/** [MGR-02] Two panes: orders to handle, and the chosen one with everything that is done with it. */
export async function OrdersWorkplace(props: AdminViewServerProps) {
  const context = await viewContext(props, staffWithClients, 'sales')
  if (!context) return <Denied view={props} />
  const { locale } = context
  const view = workViews.find((name) => name === param(props, 'view')) ?? 'new'
  const search = (param(props, 'q') ?? '').trim().slice(0, 100)
  const client = param(props, 'client')
  const page = Math.max(1, Math.trunc(Number(param(props, 'page'))) || 1)
  const asked = param(props, 'order')
  const counts = await countWork(context)
  const list = await ordersToHandle(context, { view, search, page, client }, counts)
  const number = asked ?? list.rows[0]?.number
  const order = number ? await orderByNumber(context, number) : null
  const kept = { view, q: search, client, page: page > 1 ? String(page) : undefined }

  return (
    <Frame view={props}>
      <div className="kb-head">
        <h1>{say(words.title, locale)}</h1>
      </div>
      <div className="kb-panes" data-open={asked ? '' : undefined}>
        <aside className="kb-sheet">
          <nav aria-label={say(words.title, locale)} className="kb-tabs">
            {workViews.map((name) => (
              <Link aria-current={name === view ? 'page' : undefined} href={address(HERE, { view: name, q: search, client })} key={name} prefetch={false}>
                {say(words[name], locale)} <span className="kb-count">{counts[name]}</span>
              </Link>
            ))}
          </nav>
          <Form action={HERE} className="kb-search" role="search">
            <input name="view" type="hidden" value={view} />
            {client ? <input name="client" type="hidden" value={client} /> : null}
            <input aria-label={say(words.search, locale)} className="kb-input" defaultValue={search} name="q" placeholder={say(words.search, locale)} type="search" />
          </Form>
          {client ? (
            <p className="kb-note">
              {say(words.ofClient, locale, { name: list.rows[0]?.companyName ?? '—' })} <Link href={address(HERE, { view, q: search })}>{say(words.allClients, locale)}</Link>
            </p>
          ) : null}
          <OrderList chosen={order?.number} kept={kept} list={list} locale={locale} page={page} />
        </aside>
        <div className="kb-detail">
          <Link className="kb-back" href={address(HERE, kept)} prefetch={false}>
            ← {say(words.back, locale)}
          </Link>
          {order ? <OrderDetail context={context} key={order.id} order={order} /> : <p className="kb-sheet kb-empty">{say(asked ? words.notFound : words.choose, locale)}</p>}
        </div>
      </div>
    </Frame>
  )
}
