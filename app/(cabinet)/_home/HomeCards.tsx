import type { ReactNode } from 'react'
import type { ShownCard } from '@/src/mechanisms/home/defineHomeCard'
import type { HomeViews } from '@/src/mechanisms/home/homeViews'
import { BalanceCard } from './BalanceCard'
import type { CardPlace, CardProps } from './cardProps'
import { FactsCard } from './FactsCard'
import { FilesCard } from './FilesCard'
import { ListCard } from './ListCard'
import { PersonCard } from './PersonCard'

type Views = { [Kind in keyof HomeViews]: (props: CardProps<Kind>) => ReactNode }

/** How each kind of view is drawn: a new card of one of these needs nothing here. */
const views: Views = {
  list: ListCard,
  balance: BalanceCard,
  facts: FactsCard,
  person: PersonCard,
  files: FilesCard,
}

/** The cards of areas, those of the main column or those aside. */
export function HomeCards({ cards, ...place }: CardPlace & { cards: readonly ShownCard[] }) {
  return <>{cards.map((card) => draw(card, place))}</>
}

function draw<Kind extends keyof HomeViews>(card: ShownCard<Kind>, place: CardPlace): ReactNode {
  // The kind names the component that takes its data.
  const View = views[card.view] as (props: CardProps<Kind>) => ReactNode
  return <View card={card} key={card.key} {...place} />
}
