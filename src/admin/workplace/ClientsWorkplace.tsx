import Link from 'next/link'
import type { AdminViewServerProps } from 'payload'
import { activeBranches, managersFor } from '@/collections/clients/companies/company.queries'
import { clientsWorkplace } from '@/collections/clients/companies/company.workplace'
import { clientsToServeList } from '@/collections/clients/companies/company.workplace.list'
import { say } from '@/src/lib/i18n'
import { sumsText } from '@/src/lib/moneySums'
import { bulkButtons } from '@/src/mechanisms/lists/bulkButtons'
import { clientsLabels } from './clients.labels'
import { HeadActs } from '../lib/HeadActs'
import { Denied } from '../lib/Denied'
import { Frame } from '../lib/Frame'
import { PanelList } from '../lib/PanelList'
import { param, viewContext } from '../lib/view'
import { address } from './address'
import { ClientCard } from './ClientCard'
import { clientRow } from './clientRow'
import { ClientsFilter } from './ClientsFilter'
import { CLIENTS_PER_PAGE, clientById, clientsToServe } from './clients.queries'
import { ClientTable } from './ClientTable'

const words = clientsLabels
const HERE = '/admin/workplace/clients'

/** [MGR-01] [MGR-10] [MGR-11] Clients, whose they are and where they belong; or one client with its papers. */
export async function ClientsWorkplace(props: AdminViewServerProps) {
  const context = await viewContext(props, clientsWorkplace)
  if (!context) return <Denied view={props} />
  const { locale, actor } = context
  const one = param(props, 'client')
  if (one) {
    const client = await clientById(context, one)
    return (
      <Frame view={props}>
        {client ? (
          <ClientCard client={client} context={context} />
        ) : (
          <p className="kb-empty">{say(words.notFound, locale)}</p>
        )}
      </Frame>
    )
  }

  const asked = {
    search: (param(props, 'q') ?? '').trim().slice(0, 100),
    manager: param(props, 'manager'),
    branch: param(props, 'branch'),
    status: param(props, 'status'),
    overdue: param(props, 'overdue') === '1',
  }
  const page = Math.max(1, Math.trunc(Number(param(props, 'page'))) || 1)
  const list = await clientsToServe(context, { ...asked, page })
  const managers = await managersFor(context)
  const branches = await activeBranches(context)
  const actions = await bulkButtons({ ...context, company: null }, clientsToServeList.key, {
    locale,
    linkTo: (path) => path,
  })
  const pageAt = (to: number): string =>
    address(HERE, {
      q: asked.search,
      manager: asked.manager,
      branch: asked.branch,
      status: asked.status,
      overdue: asked.overdue ? '1' : undefined,
      page: String(to),
    })
  const facts = [
    say(words.count, locale, { count: list.total }),
    list.unassigned > 0 ? say(words.unassigned, locale, { count: list.unassigned }) : '',
    list.overdue.length > 0 ? say(words.overdue, locale, { sum: sumsText(list.overdue, locale) }) : '',
  ]

  return (
    <Frame view={props}>
      <div className="kb-head">
        <h1>{say(clientsWorkplace.label, locale)}</h1>
        <span className="kb-muted kb-small">{facts.filter(Boolean).join(', ')}</span>
        {actor.role === 'accountant' ? null : (
          <HeadActs>
            <a className="kb-btn" href="/admin/collections/companies/create">
              {say(words.add, locale)}
            </a>
          </HeadActs>
        )}
      </div>
      <PanelList
        actions={actions}
        head={<ClientsFilter action={HERE} asked={asked} branches={branches} locale={locale} managers={managers} />}
        id={clientsToServeList.key}
        label={say(clientsWorkplace.label, locale)}
        locale={locale}
        shown={list.rows.length}
      >
        {list.rows.length === 0 ? (
          <p className="kb-empty">{say(words.empty, locale)}</p>
        ) : (
          <ClientTable
            locale={locale}
            rows={list.rows.map((row) => clientRow(row, locale))}
            ticks={actions.length > 0 ? clientsToServeList.key : undefined}
          />
        )}
        {list.total > CLIENTS_PER_PAGE ? (
          <nav className="kb-pages">
            {page > 1 ? <Link href={pageAt(page - 1)}>← {say(words.previous, locale)}</Link> : <span />}
            <span className="kb-muted kb-small">{`${(page - 1) * CLIENTS_PER_PAGE + 1}–${Math.min(page * CLIENTS_PER_PAGE, list.total)} / ${list.total}`}</span>
            {page * CLIENTS_PER_PAGE < list.total ? (
              <Link href={pageAt(page + 1)}>{say(words.next, locale)} →</Link>
            ) : (
              <span />
            )}
          </nav>
        ) : null}
      </PanelList>
    </Frame>
  )
}
