import { Plus } from 'lucide-react'
import { humanDate } from '@/src/lib/dates'
import { say } from '@/src/lib/i18n'
import { Columns } from '@/src/ui/base/Columns'
import { LinkButton } from '@/src/ui/base/LinkButton'
import { PageHead } from '@/src/ui/base/PageHead'
import { Sheet } from '@/src/ui/base/Sheet'
import { EmptyState } from '@/src/ui/feedback/EmptyState'
import { DataTable } from '@/src/ui/list/DataTable'
import { AskList } from '@/src/ui/thing/AskList'
import { Passport } from '@/src/ui/thing/Passport'
import { homeFor } from '../_home/home.queries'
import { cabinetPage } from '../_page/cabinetPage'
import { HomeAside } from './HomeAside'
import { NoCompany } from './NoCompany'
import { askView } from './askView'
import { homePage as words } from './home.labels'
import { orderColumns } from './orders/orderList'

const SHOWN = 7

/** First what is wanted from the person, then where their things stand. */
export default cabinetPage({}, async ({ context, session, locale, zone, href }) => {
  if (!session.company) return <NoCompany locale={locale} user={session.user} />
  const home = await homeFor(context)
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
        title={say(words.tasks, locale, { count: home.asks.length })}
      />
      <Columns aside={<HomeAside home={home} href={href} locale={locale} session={session} zone={zone} />}>
        <Sheet title={say(words.asks, locale)}>
          {home.asks.length > 0 ? (
            <AskList asks={home.asks.slice(0, SHOWN).map((ask) => askView(ask, locale, zone, href))} locale={locale} />
          ) : (
            <EmptyState title={say(words.noAsks, locale)}>{say(words.noAsksText, locale)}</EmptyState>
          )}
        </Sheet>
        {session.capabilities.has('orders.read') ? (
          <Sheet link={{ href: href('/orders'), label: say(words.allOrders, locale) }} title={say(words.orders, locale)}>
            <DataTable
              bare
              columns={orderColumns(zone, false).filter(({ key }) => key !== 'paid')}
              empty={<EmptyState action={{ href: href('/catalogue'), label: say(words.toCatalogue, locale) }} title={say(words.noOrders, locale)} />}
              footer={home.freshAt ? <Passport>{say(words.fresh, locale, { when: humanDate(home.freshAt, locale, zone) })}</Passport> : undefined}
              id="work"
              label={say(words.orders, locale)}
              locale={locale}
              rowHref={(row) => href(`/orders/${encodeURIComponent(row.number)}`)}
              rowKey={(row) => row.id}
              rows={home.orders}
            />
          </Sheet>
        ) : null}
      </Columns>
    </>
  )
})
