import Link from 'next/link'
import { ordersWorkplace } from '@/collections/sales/orders/order.workplace'
import { ordersToHandleList } from '@/collections/sales/orders/order.workplace.list'
import { say, type Locale, type Text } from '@/src/lib/i18n'
import { KeysButton } from '../lib/PanelList'
import { address } from './address'
import { countText } from './countText'
import { workplaceLabels as words } from './workplace.labels'
import { workViews, type WorkAsked, type WorkView } from './orders.queries'

const HERE = '/admin/workplace/orders'

type Props = {
  asked: Omit<WorkAsked, 'page'>
  counts: Record<WorkView, number>
  /** to whose orders the list is narrowed, and the way back */
  notes: readonly { name: string; rest: Text; href: string }[]
  locale: Locale
}

/** Tabs with their counts, the search that answers as one types, and what the list is narrowed to. */
export function ListHead({ asked: { view, search, client, manager }, counts, notes, locale }: Props) {
  return (
    <>
      <nav aria-label={say(ordersWorkplace.label, locale)} className="kb-tabs">
        {workViews.map((name) => (
          <Link
            aria-current={name === view ? 'page' : undefined}
            href={address(HERE, { view: name, q: search, client, manager })}
            key={name}
            prefetch={false}
          >
            {say(words[name], locale)} <span className="kb-count">{countText(counts[name], locale)}</span>
          </Link>
        ))}
      </nav>
      <div className="kb-search">
        <form action={HERE} data-list-form="" role="search">
          <input name="view" type="hidden" value={view} />
          {client ? <input name="client" type="hidden" value={client} /> : null}
          {manager ? <input name="manager" type="hidden" value={manager} /> : null}
          <input
            aria-label={say(words.search, locale)}
            autoComplete="off"
            className="kb-input"
            data-list-search={search}
            defaultValue={search}
            name="q"
            placeholder={say(words.search, locale)}
            type="search"
          />
        </form>
        <KeysButton list={ordersToHandleList.key} locale={locale} />
      </div>
      {notes.map(({ name, rest, href }) => (
        <p className="kb-note" key={rest.en}>
          {say(words.ofClient, locale, { name })}{' '}
          <Link href={href} prefetch={false}>
            {say(rest, locale)}
          </Link>
        </p>
      ))}
    </>
  )
}
