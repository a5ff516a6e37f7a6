'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { repeatOrder } from '@/collections/sales/orders/order.actions'
import { linkFor } from '@/src/lib/http/linkFor'
import { defaultLocale, isLocale, say } from '@/src/lib/i18n'
import { formatQty } from '@/src/lib/money'
import { unitText } from '@/src/lib/unitWords'
import { flash } from '../../../_page/flash'
import { runCabinetAction } from '../../../_session/action'
import { orderPage as words } from './order.labels'

const localeOf = (language: string) => (isLocale(language) ? language : defaultLocale)

/** Puts the order's lines into the cart and goes there. */
export async function submitOrderRepeat(language: string, order: string): Promise<void> {
  const locale = localeOf(language)
  const state = await runCabinetAction(repeatOrder, { order }, { locale })
  if (!state.ok || !state.output) {
    await flash(state.message ?? '')
    return refresh()
  }
  const { added, gone, mended } = state.output
  const count = say(words.repeated, locale, { count: added })
  const said = gone.length > 0 ? say(words.repeatedGone, locale, { count, gone: gone.join(', ') }) : count
  const changed = mended.map(({ name, unit, asked, qty }) =>
    say(words.mendedLine, locale, {
      name,
      unit: unitText(unit, locale),
      asked: formatQty(asked, locale),
      qty: formatQty(qty, locale),
    }),
  )
  await flash(changed.length > 0 ? say(words.repeatedMended, locale, { said, lines: changed.join(', ') }) : said)
  redirect(linkFor({ locale }, '/cart'))
}
