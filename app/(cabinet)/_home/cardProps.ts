import type { Locale } from '@/src/lib/i18n'
import type { ShownCard } from '@/src/mechanisms/home/defineHomeCard'
import type { CardLink, HomeViews } from '@/src/mechanisms/home/homeViews'
import type { LinkTo } from '../_page/cabinetPage'

/** Where cards are drawn: for whom, and where links of theirs may lead. */
export type CardPlace = { locale: Locale; zone: string; linkTo: LinkTo; href: (path: string) => string }
export type CardProps<Kind extends keyof HomeViews> = CardPlace & { card: ShownCard<Kind> }

/** The links of a card that this person may follow, as addresses. */
export const openLinks = (links: readonly CardLink[], linkTo: LinkTo): CardLink[] =>
  links.flatMap(({ href, label }) => {
    const open = linkTo(href)
    return open ? [{ href: open, label }] : []
  })

/** The same of the one link of a card. */
export const openLink = (link: CardLink | undefined, linkTo: LinkTo): CardLink | undefined =>
  openLinks(link ? [link] : [], linkTo)[0]
