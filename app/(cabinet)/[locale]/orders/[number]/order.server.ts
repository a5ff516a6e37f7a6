'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { repeatOrder } from '@/collections/sales/orders/order.actions'
import { defaultLocale, isLocale, say } from '@/src/lib/i18n'
import { transitionAction } from '@/src/mechanisms/workflow/transition'
import type { FormState } from '@/src/ui/form/formState'
import { flash } from '../../../_page/flash'
import { prefixOf } from '../../../_page/prefix'
import { runCabinetAction, textFields } from '../../../_session/action'
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

/** Takes the order back, with the reason when there is one. */
export async function withdraw(language: string, id: string, _state: FormState, form: FormData): Promise<FormState> {
  const locale = localeOf(language)
  const comment = textFields(form).comment?.trim()
  const { ok, message, errors } = await runCabinetAction(transitionAction, { entity: 'orders', id, transition: 'withdraw', ...(comment ? { comment } : {}) }, { locale })
  if (!ok) return { ok, message, errors }
  await flash(say(words.cancelled, locale))
  refresh()
  return { ok: true }
}
