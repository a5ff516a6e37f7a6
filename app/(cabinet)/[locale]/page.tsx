import { Plus } from '@/src/ui/icon/icons'
import { say } from '@/src/lib/i18n'
import { asksFor } from '@/src/mechanisms/asks/defineAsk'
import { homeCardsFor } from '@/src/mechanisms/home/defineHomeCard'
import { Columns } from '@/src/ui/base/Columns'
import { LinkButton } from '@/src/ui/base/LinkButton'
import { PageHead } from '@/src/ui/base/PageHead'
import { Sheet } from '@/src/ui/base/Sheet'
import { EmptyState } from '@/src/ui/feedback/EmptyState'
import { AskList } from '@/src/ui/thing/AskList'
import { HomeCards } from '../_home/HomeCards'
import { cabinetPage } from '../_page/cabinetPage'
import { firstParam } from '../_page/firstParam'
import { commandsFor } from '../_shell/areas'
import { NoCompany } from './NoCompany'
import { askView } from './askView'
import { homePage as words } from './home.labels'

const SHOWN = 7

/** First what is wanted from the person, then where their things stand: the cards of areas. */
export default cabinetPage({}, async ({ context, session, locale, zone, search, href, linkTo }) => {
  if (!session.company) return <NoCompany locale={locale} user={session.user} />
  const [asks, cards, commands] = await Promise.all([
    asksFor(context),
    homeCardsFor(context),
    commandsFor(session, locale),
  ])
  const all = firstParam(search.asks) === 'all'
  const allAsks =
    asks.length > SHOWN
      ? {
          href: href(all ? '/' : '/?asks=all'),
          label: all ? say(words.fewAsks, locale) : say(words.allAsks, locale, { count: asks.length }),
        }
      : undefined
  const at = (place: 'main' | 'aside') => (
    <HomeCards
      cards={cards.filter((card) => card.place === place)}
      href={href}
      linkTo={linkTo}
      locale={locale}
      zone={zone}
    />
  )
  return (
    <>
      <PageHead
        actions={commands
          .filter(({ main }) => main)
          .map(({ href: to, label }) => (
            <LinkButton href={to} icon={<Plus />} key={to} tone="primary">
              {label}
            </LinkButton>
          ))}
        locale={locale}
        title={say(words.tasks, locale, { count: asks.length })}
      />
      <Columns aside={at('aside')}>
        <Sheet link={allAsks} title={say(words.asks, locale)}>
          {asks.length > 0 ? (
            <AskList
              asks={asks.slice(0, all ? undefined : SHOWN).map((ask) => askView(ask, locale, zone, href))}
              locale={locale}
            />
          ) : (
            <EmptyState title={say(words.noAsks, locale)}>{say(words.noAsksText, locale)}</EmptyState>
          )}
        </Sheet>
        {at('main')}
      </Columns>
    </>
  )
})
