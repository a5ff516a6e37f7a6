'use server'

import { refresh } from 'next/cache'
import { addManyToCart, clearCart, setCartLine, type LineWait } from '@/collections/sales/carts/cart.actions'
import { cartOf, cartQuantities } from '@/collections/sales/carts/cart.queries'
import { humanDate } from '@/src/lib/dates'
import { defaultLocale, isLocale, say, type Locale } from '@/src/lib/i18n'
import { formatQty } from '@/src/lib/money'
import { unitText } from '@/src/lib/unitWords'
import { contextOf } from '@/src/mechanisms/access/context'
import { runCabinetAction, type ActionState } from '../../_session/action'
import { requireUser } from '../../_session/session'
import { cartPage as words } from './cart.labels'

type Line = { sku: string; qty: number }

/** What is in the cart of this SKU now (thousandths), with words when it is not what was asked or has to come first. */
export async function setQty(language: Locale, sku: string, qty: number): Promise<{ qty: number; message?: string }> {
  const locale = isLocale(language) ? language : defaultLocale // a browser sends it
  const { req, company } = await requireUser()
  const state = await runCabinetAction(setCartLine, { company: company?.id ?? '', sku, qty }, { locale })
  refresh()
  if (state.ok) {
    const wait = state.output?.wait
    return { qty, ...(wait ? { message: waitWords(wait, locale) } : {}) }
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

/** Puts lines back that were just taken out; says which could not be: what lay there may be ordered no longer. */
export async function putBack(language: Locale, lines: Line[]): Promise<{ message?: string }> {
  const locale = isLocale(language) ? language : defaultLocale
  const { company } = await requireUser()
  const state = await runCabinetAction(addManyToCart, { company: company?.id ?? '', lines }, { locale })
  refresh()
  if (!state.ok) return { message: wordsOf(state) ?? say(words.failed, locale) }
  const names = state.output?.refused.map(({ name }) => name) ?? []
  return names.length > 0 ? { message: say(words.notBack, locale, { names: names.join(', ') }) } : {}
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

/** «На складе 40 шт, остальное под заказ, будет 28 ноя»; without numbers where the company shows none. */
function waitWords({ stock, unit, expectedAt, far }: LineWait, locale: Locale): string {
  const day = expectedAt
    ? say(words.laterOn, locale, { day: humanDate(expectedAt, locale) })
    : say(words.laterUnknown, locale)
  const text = stock.level === 'out' ? words.waitAll : stock.qty === null ? words.waitRest : words.waitSome
  const said = say(text, locale, { now: formatQty(stock.qty ?? 0, locale), unit: unitText(unit, locale), day })
  return far ? `${say(words.farShort, locale)}. ${said}` : said
}

function wordsOf(state: ActionState): string | undefined {
  return state.message ?? Object.values(state.errors ?? {})[0]
}
