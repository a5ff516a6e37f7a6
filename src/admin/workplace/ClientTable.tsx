import Link from 'next/link'
import { say, type Locale } from '@/src/lib/i18n'
import { Tick, TickAll } from '../lib/PanelList'
import { address } from './address'
import { clientsLabels as words } from './clients.labels'
import type { ClientInWords } from './clientRow'

type Props = {
  /** the list that rows are chosen in; undefined where nothing is done with them */
  ticks?: string
  rows: ClientInWords[]
  locale: Locale
}

/** Clients, whose they are and where they belong. */
export function ClientTable({ ticks, rows, locale }: Props) {
  return (
    <div className="kb-scroll">
      <table className="kb-table">
        <thead>
          <tr>
            {ticks ? (
              <th className="kb-tick">
                <TickAll locale={locale} />
              </th>
            ) : null}
            <th>{say(words.client, locale)}</th>
            <th>{say(words.state, locale)}</th>
            <th>{say(words.manager, locale)}</th>
            <th>{say(words.branches, locale)}</th>
            <th className="kb-num">{say(words.inWork, locale)}</th>
            <th>{say(words.lastOrder, locale)}</th>
            <th className="kb-num">{say(words.debt, locale)}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {ticks ? (
                <td>
                  <Tick id={row.id} list={ticks} locale={locale} name={row.name} />
                </td>
              ) : null}
              <td className="kb-wide">
                <Link
                  className="row-link"
                  href={address('/admin/workplace/clients', { client: row.id })}
                  prefetch={false}
                >
                  {row.name}
                </Link>
                <div className="kb-muted kb-small">{row.inn}</div>
              </td>
              <td>
                <span className="kb-state" data-tone={row.tone}>
                  {row.state}
                </span>
              </td>
              <td>{row.manager}</td>
              <td>{row.branches || '—'}</td>
              <td className="kb-num">{row.ordersInWork || '—'}</td>
              <td className="kb-nowrap">{row.lastOrder}</td>
              <td className="kb-num">
                {row.debt}
                {row.overdue ? <div className="kb-error kb-small">{row.overdue}</div> : null}
              </td>
              <td className="kb-nowrap">
                <Link href={address('/admin/workplace/orders', { view: 'all', client: row.id })} prefetch={false}>
                  {say(words.orders, locale)}
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
