'use server'

import { redirect } from 'next/navigation'
import { addManyToCart } from '@/collections/sales/carts/cart.actions'
import { findLines } from '@/collections/sales/quick-order/found.queries'
import { AppError } from '@/src/lib/errors'
import { linkFor } from '@/src/lib/http/linkFor'
import { defaultLocale, isLocale, say, type Locale } from '@/src/lib/i18n'
import { contextOf } from '@/src/mechanisms/access/context'
import { MOST_BYTES, readPasted, readTable, type TableRow } from '@/src/mechanisms/tables/readTable'
import { tableRefusal } from '@/src/mechanisms/tables/tableRefusal'
import { throttle, throttleKey } from '@/src/mechanisms/throttle/throttle'
import type { FormState } from '@/src/ui/form/formState'
import { flash } from '../../_page/flash'
import { failedState, runCabinetAction } from '../../_session/action'
import { requireUser } from '../../_session/session'
import { quickOrderPage as words } from './quickOrder.labels'
import { shownLines, type ShownLine } from './shownLines'

/** Lists that one person may have checked in ten minutes: each is a file to unpack. */
const CHECKS = { limit: 60, windowSeconds: 10 * 60 }

export type CheckState = FormState & { lines?: ShownLine[]; summary?: string }

/** What the pasted lines or the file mean, line by line; nothing is put anywhere. */
export async function checkList(language: string, form: FormData): Promise<CheckState> {
  const locale = localeOf(language)
  const { req, company, capabilities, user } = await requireUser()
  try {
    if (!company || !capabilities.has('orders.create')) throw new AppError('access.denied', {}, { status: 403 })
    await throttle(req.payload, throttleKey('quick-order', user.id), CHECKS)
    const rows = await rowsOf(form)
    if (!rows) return { ok: false, errors: { text: say(words.nothing, locale) } }
    const found = await findLines(await contextOf(req, company.id), rows)
    if (found.lines.length === 0) return { ok: false, message: say(words.nothingRead, locale) }
    const lines = shownLines(found, locale)
    const good = lines.filter(({ is }) => is === 'good').length
    const said = [
      say(words.found, locale, { good }),
      found.skipped > 0 ? say(words.skipped, locale, { count: found.skipped }) : null,
    ]
    return { ok: true, lines, summary: said.filter(Boolean).join(', ') }
  } catch (error) {
    return failedState(error, { locale }, 'quickOrder.check', req)
  }
}

/** Puts the good lines into the cart and goes there; stays with words where none of them could be put. */
export async function putIntoCart(
  language: string,
  lines: Array<{ sku: string; qty: number }>,
): Promise<{ message: string }> {
  const locale = localeOf(language)
  const { company } = await requireUser()
  const state = await runCabinetAction(addManyToCart, { company: company?.id ?? '', lines }, { locale })
  if (!state.ok || !state.output) return { message: state.message ?? Object.values(state.errors ?? {})[0] ?? '' }
  const said = say(words.added, locale, { count: state.output.added })
  const names = state.output.refused.map(({ name }) => name).join(', ')
  await flash(names ? say(words.notAdded, locale, { said, names }) : said)
  redirect(linkFor({ locale }, '/cart'))
}

async function rowsOf(form: FormData): Promise<TableRow[] | null> {
  const file = form.get('file')
  if (file instanceof File && file.size > 0) {
    // Not read at all where it is too large.
    if (file.size > MOST_BYTES) throw tableRefusal('table.tooLarge', { max: MOST_BYTES / 1024 ** 2 })
    return readTable(Buffer.from(await file.arrayBuffer()))
  }
  const text = form.get('text')
  return typeof text === 'string' && text.trim() !== '' ? readPasted(text) : null
}

const localeOf = (language: string): Locale => (isLocale(language) ? language : defaultLocale)
