'use server'

import { refresh } from 'next/cache'
import { addManyToCart, clearCart, setCartLine } from '@/collections/sales/carts/cart.actions'
import { cartOf, cartQuantities } from '@/collections/sales/carts/cart.queries'
import { defaultLocale, isLocale, say, type Locale } from '@/src/lib/i18n'
import { formatQty } from '@/src/lib/money'
import { contextOf } from '@/src/mechanisms/access/context'
import { runCabinetAction, type ActionState } from '../../_session/action'
import { requireUser } from '../../_session/session'
import { cartPage as words } from './cart.labels'

type Line = { sku: string; qty: number }

/** What is in the cart of this SKU now (thousandths), with words when it is not what was asked or could be better. */
export async function setQty(language: Locale, sku: string, qty: number): Promise<{ qty: number; message?: string }> {
  const locale = isLocale(language) ? language : defaultLocale // a browser sends it
  const { req, company } = await requireUser()
  const state = await runCabinetAction(setCartLine, { company: company?.id ?? '', sku, qty }, { locale })
  refresh()
  if (state.ok) {
    const hint = state.output?.packHint
    return { qty, ...(hint ? { message: say(words.packHint, locale, { qty: formatQty(hint, locale) }) } : {}) }
  }
  const held = await cartQuantities(await contextOf(req, company?.id))
  return { qty: held.get(sku) ?? 0, message: wordsOf(state) ?? say(words.failed, locale) }
}

/** Empties the cart; gives back what lay there, so that it can be undone. */
export async function emptyCart(language: Locale): Promise<{ lines: Line[]; message?: string }> {
  const locale = isLocale(language) ? language : defaultLocale
  const { req, company } = await requireUser()
  const held = await cartQuantities(await contextOf(req, company?.id))
  const state = await runCabinetAction(clearCart, { company: company?.id ?? '' }, { locale })
  refresh()
  return { lines: state.ok ? [...held].map(([sku, qty]) => ({ sku, qty })) : [], message: wordsOf(state) }
}

/** Puts lines back that were just taken out. */
export async function putBack(language: Locale, lines: Line[]): Promise<void> {
  const { company } = await requireUser()
  await runCabinetAction(addManyToCart, { company: company?.id ?? '', lines }, { locale: isLocale(language) ? language : defaultLocale })
  refresh()
}

/** Takes today's prices as seen: the notices of changed prices go away. */
export async function acceptPrices(): Promise<void> {
  const { req, company } = await requireUser()
  const cart = await cartOf(await contextOf(req, company?.id))
  for (const line of cart?.lines.filter(({ priceBefore }) => priceBefore !== null) ?? []) {
    await runCabinetAction(setCartLine, { company: company?.id ?? '', sku: line.sku, qty: line.qty })
  }
  refresh()
}

function wordsOf(state: ActionState): string | undefined {
  return state.message ?? Object.values(state.errors ?? {})[0]
}
