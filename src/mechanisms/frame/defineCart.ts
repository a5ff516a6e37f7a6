import type { SQL } from '@payloadcms/db-postgres/drizzle'
import { declarations } from '@/src/lib/declarations'
import type { QueryContext } from '../access/context'
import { mayOpen, type AccessNeeds } from '../access/mayOpen'
import { moduleOfPart } from '../modules/defineModule'
import { modulesOff } from '../modules/switches'

export type CartDeclaration = AccessNeeds & {
  /** Its page in the cabinet. */
  href: string
  /** A scalar expression: how many positions the person has put into it in the chosen company. */
  count: (context: QueryContext) => SQL
}

const registry = declarations<CartDeclaration>()

/** Declares the cart that the frame shows with its number. The area's module lists it among its parts. */
export function defineCart(cart: CartDeclaration): CartDeclaration {
  registry.set('cart', cart)
  return cart
}

/** The cart of this person in the chosen company, its count still to be asked; null where they have none. */
export async function cartFor(context: QueryContext): Promise<{ href: string; count: SQL } | null> {
  const declared = registry.get('cart')
  if (!declared || !context.company || !mayOpen(context, declared)) return null
  if ((await modulesOff(context.req)).has(moduleOfPart(declared) ?? '')) return null
  return { href: declared.href, count: declared.count(context) }
}
