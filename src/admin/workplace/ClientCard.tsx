import type { ClientRow } from '@/collections/clients/companies/company.queries'
import { clientStanding } from '@/collections/sales/credit/standing.queries'
import { say } from '@/src/lib/i18n'
import { formatMoney } from '@/src/lib/money'
import { readPane } from '@/src/mechanisms/panel/definePane'
import { HeadActs } from '../lib/HeadActs'
import { PanelSheet } from '../lib/PanelSheet'
import { clientsLabels } from './clients.labels'
import type { ViewContext } from '../lib/view'
import { address } from './address'
import { ClientPapersPanel } from './ClientPapersPanel'
import { TalkAt } from './RecordTalk'
import { ClientPeople } from './ClientPeople'
import { clientRow } from './clientRow'

const words = clientsLabels
/** Here papers are chosen from, to be sent. */
const CHOSEN_FROM = ['contracts']

/** One client: whose it is, how it stands, its documents and contracts. */
export async function ClientCard({ client, context }: { client: ClientRow; context: ViewContext }) {
  const { locale } = context
  const row = clientRow(client, locale)
  const standing = await clientStanding({ req: context.req, actor: context.actor, company: null }, client.id)
  const { tables = [] } =
    (await readPane({ ...context, company: null }, { entity: 'companies', id: client.id }, locale)) ?? {}
  const sum = (amount: number): string => formatMoney(amount, standing?.currency ?? client.currency, locale).text
  const facts = [
    [words.manager, row.manager],
    [words.branches, row.branches || '—'],
    [words.inWork, String(row.ordersInWork)],
    [words.lastOrder, row.lastOrder],
    [words.debt, [row.debt, row.overdue].filter(Boolean).join(', ')],
    ...(standing && standing.limit > 0
      ? ([
          [words.reserved, sum(standing.reserved)],
          [words.free, say(words.freeOf, locale, { free: sum(standing.free), limit: sum(standing.limit) })],
        ] as const)
      : []),
  ] as const
  return (
    <>
      <div className="kb-head">
        <h1>{row.name}</h1>
        <span className="kb-state" data-tone={row.tone}>
          {row.state}
        </span>
        <span className="kb-muted">{row.inn}</span>
        <HeadActs>
          <a className="kb-btn" href="/admin/workplace/clients">
            {say(words.back, locale)}
          </a>
          {context.actor.off?.has('sales') ? null : (
            <a className="kb-btn" href={address('/admin/workplace/orders', { view: 'all', client: row.id })}>
              {say(words.orders, locale)}
            </a>
          )}
          <a className="kb-btn" href={`/admin/collections/companies/${row.id}`}>
            {say(words.record, locale)}
          </a>
        </HeadActs>
      </div>
      <dl className="kb-strip">
        {facts.map(([label, value]) => (
          <div key={label.en}>
            <dt>{say(label, locale)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {tables
        .filter(({ key }) => !CHOSEN_FROM.includes(key))
        .map(({ key, ...table }) => (
          <PanelSheet id={key} key={key} {...table} locale={locale} />
        ))}
      <ClientPeople company={row.id} context={context} locale={locale} />
      <ClientPapersPanel company={row.id} context={context} locale={locale} />
      <TalkAt context={{ ...context, company: null }} entity="companies" id={row.id} locale={locale} />
    </>
  )
}
