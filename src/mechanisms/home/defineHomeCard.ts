import { declarations } from '@/src/lib/declarations'
import type { Text } from '@/src/lib/i18n'
import type { QueryContext } from '../access/context'
import { mayOpen, type AccessNeeds } from '../access/mayOpen'
import { moduleOfPart } from '../modules/defineModule'
import { modulesOff } from '../modules/switches'
import type { HomeViews } from './homeViews'

type View = keyof HomeViews

type CardWith<Kind extends View> = AccessNeeds & {
  key: string
  label: Text
  place: 'main' | 'aside'
  order: number
  /** How it is drawn; the page draws every kind of view alike, whatever area the card is of. */
  view: Kind
  /** What it says, read as the person in the chosen company; null when there is nothing to say. */
  read: (context: QueryContext) => Promise<HomeViews[Kind] | null>
}
export type HomeCard = { [Kind in View]: CardWith<Kind> }[View]

/** A card with what was read for it. */
export type ShownCard<Kind extends View = View> = {
  [One in Kind]: Pick<CardWith<One>, 'key' | 'label' | 'place' | 'view'> & { data: HomeViews[One] }
}[Kind]

const registry = declarations<HomeCard>()

/** Declares a card of the home page. The area's module lists it among its parts, and it goes with the module. */
export function defineHomeCard<Card extends HomeCard>(card: Card): Card {
  registry.set(card.key, card)
  return card
}

export const declaredHomeCards = (): readonly HomeCard[] => [...registry.values()]

/** The cards of this person now, in their order: of areas that are on, with the rights they hold in the company. */
export async function homeCardsFor(context: QueryContext): Promise<ShownCard[]> {
  const off = await modulesOff(context.req)
  const open = declaredHomeCards()
    .filter((card) => !off.has(moduleOfPart(card) ?? '') && mayOpen(context, card))
    .sort((a, b) => a.order - b.order)
  // Nothing here waits for anything else.
  const shown = await Promise.all(open.map(async (card) => shownOf(card, await card.read(context))))
  return shown.filter((card) => card !== null)
}

function shownOf({ key, label, place, view }: HomeCard, data: HomeViews[View] | null): ShownCard | null {
  // The declaration ties the kind of its view to what it reads.
  return data === null ? null : ({ key, label, place, view, data } as ShownCard)
}
