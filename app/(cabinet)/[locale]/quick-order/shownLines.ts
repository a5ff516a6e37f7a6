import type { Candidate, Found, FoundLine } from '@/collections/sales/quick-order/found.queries'
import { say, type Locale } from '@/src/lib/i18n'
import { formatMoney, formatPrice, formatQty } from '@/src/lib/money'
import { unitText } from '@/src/lib/unitWords'
import { stockWords } from '../catalogue/shelfProduct'
import { quickOrderPage as words } from './quickOrder.labels'

/** One of the goods that a line may mean, in words; `qty` is what would lie in the cart (thousandths). */
export type ShownChoice = { sku: string; qty: number; title: string; note: string; sum: string; mend: string | null }
/** `good` goes into the cart as it is; of `choose` one is chosen; of `mend` the quantity may be put right; `bad` stays out. */
export type ShownLine = {
  line: number
  text: string
  is: 'good' | 'choose' | 'mend' | 'bad'
  /** why it is no good line */
  why: string
  choices: ShownChoice[]
}

/** Lines of an order as the page shows them: every word of them is made here, the browser only chooses. */
export function shownLines({ lines }: Found, locale: Locale): ShownLine[] {
  return lines.map((line) => shownLine(line, locale))
}

function shownLine(found: FoundLine, locale: Locale): ShownLine {
  const { line, text, qty, candidates, fault } = found
  const usable = qty === null ? [] : candidates.filter(({ priced, refusal }) => priced && (refusal?.nearest ?? 1) > 0)
  const choices = usable.map((one) => shownChoice(one, qty ?? 0, locale))
  const [first] = candidates
  const is =
    fault === null ? (candidates.length === 1 ? 'good' : 'choose') : isQty(fault) && choices.length > 0 ? 'mend' : 'bad'
  const limit = first?.refusal ? formatQty(first.refusal.limit, locale) : ''
  const why = fault
    ? say(words.faultWords[fault], locale, { limit, unit: unitText(first?.unit ?? '', locale) })
    : say(words.notChosen, locale)
  return { line, text, is, why, choices: is === 'bad' ? [] : choices }
}

function shownChoice(goods: Candidate, asked: number, locale: Locale): ShownChoice {
  const unit = unitText(goods.unit, locale)
  const counted = (qty: number): string => `${formatQty(qty, locale)} ${unit}`.trim()
  const qty = goods.refusal?.nearest ?? asked
  const total = goods.refusal ? goods.nearestTotal : goods.total
  const price = goods.price === null ? null : formatPrice(goods.price, goods.currency, locale).text
  const pack = goods.packSize && goods.packSize > 1_000 ? goods.packSize : null
  const inPacks =
    pack && qty % pack === 0
      ? say(words.inPacks, locale, { count: qty / pack, size: formatQty(pack, locale) })
      : pack && say(words.pack, locale, { qty: formatQty(pack, locale), unit })
  return {
    sku: goods.sku,
    qty,
    title: goods.name,
    note: [
      goods.article,
      price && say(words.perUnit, locale, { price, unit }),
      inPacks,
      stockWords(goods.stock, goods.unit, locale),
    ]
      .filter(Boolean)
      .join(' · '),
    sum: [counted(qty), total === null ? null : formatMoney(total, goods.currency, locale).text]
      .filter(Boolean)
      .join(' · '),
    mend: goods.refusal ? say(words.mendNote, locale, { asked: counted(asked), qty: counted(qty) }) : null,
  }
}

const isQty = (fault: NonNullable<FoundLine['fault']>): boolean => fault.startsWith('qty.')
