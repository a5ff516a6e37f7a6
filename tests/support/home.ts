import type { QueryContext } from '@/src/mechanisms/access/context'
import { asksFor } from '@/src/mechanisms/asks/defineAsk'
import { homeCardsFor, type ShownCard } from '@/src/mechanisms/home/defineHomeCard'
import type { HomeViews } from '@/src/mechanisms/home/homeViews'

/** What the home page reads: what is wanted, and the data of its cards by key. */
export async function homeFor(context: QueryContext) {
  const [asks, cards] = await Promise.all([asksFor(context), homeCardsFor(context)])
  return { asks, cards: Object.fromEntries(cards.map(({ key, data }) => [key, data])) }
}

/** The data of the one card of a view; undefined when the page has none. */
export function drawnAs<Kind extends keyof HomeViews>(
  cards: readonly ShownCard[],
  view: Kind,
): HomeViews[Kind] | undefined {
  // The kind of a view tells what its data are.
  return cards.find((card) => card.view === view)?.data as HomeViews[Kind] | undefined
}
