'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { repeatOrder } from '@/collections/sales/orders/order.actions'
import { defaultLocale, isLocale, say } from '@/src/lib/i18n'
import { transitionAction } from '@/src/mechanisms/workflow/transition'
import { flash } from '../../../_page/flash'
import { prefixOf } from '../../../_page/prefix'
import { runCabinetAction } from '../../../_session/action'
import { orderPage as words } from './order.labels'

const localeOf = (language: string) => (isLocale(language) ? language : defaultLocale)

/** Puts the order's lines into the cart and goes there. */
export async function repeat(language: string, order: string): Promise<void> {
  const locale = localeOf(language)
  const state = await runCabinetAction(repeatOrder, { order }, { locale })
  if (!state.ok || !state.output) {
    await flash(state.message ?? '')
    return refresh()
  }
  const { added, gone } = state.output
  const count = say(words.repeated, locale, { count: added })
  await flash(gone.length > 0 ? say(words.repeatedGone, locale, { count, gone: gone.join(', ') }) : count)
  redirect(`${prefixOf(locale)}/cart`)
}

/** Moves the order along its workflow: what a client may do is to take it back. */
export async function move(language: string, id: string, transition: string): Promise<void> {
  const locale = localeOf(language)
  const state = await runCabinetAction(transitionAction, { entity: 'orders', id, transition }, { locale })
  await flash(state.ok ? say(words.cancelled, locale) : (state.message ?? ''))
  refresh()
}
