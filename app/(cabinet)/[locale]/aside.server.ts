'use server'

import { refresh } from 'next/cache'
import { defaultLocale, isLocale, say } from '@/src/lib/i18n'
import { putAside } from '@/src/mechanisms/asks/aside'
import { flash } from '../_page/flash'
import { runCabinetAction } from '../_session/action'
import { homePage as words } from './home.labels'

/** Takes something wanted off the list: until tomorrow, or until it says something new. */
export async function leaveForLater(
  language: string,
  key: string,
  stamp: string,
  until: 'tomorrow' | 'news',
): Promise<void> {
  const locale = isLocale(language) ? language : defaultLocale
  const state = await runCabinetAction(putAside, { key, stamp, until }, { locale })
  await flash(
    state.ok ? say(until === 'tomorrow' ? words.asideTomorrow : words.asideNews, locale) : (state.message ?? ''),
  )
  refresh()
}
