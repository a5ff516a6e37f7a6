'use client'

import { Minus, Plus, ShoppingCart } from '@/src/ui/icon/icons'
import { useOptimistic, useRef, useState, useTransition } from 'react'
import type { Locale } from '@/src/lib/i18n'
import { formatQty } from '@/src/lib/money'
import { packAt, quantityRule, nextQuantity, type QtyCode, type QuantityRule } from '@/src/lib/quantity'
import { buttonClass } from '../base/buttonClass'
import { cx } from '../base/cx'
import { toast } from '../feedback/toast'
import { typedQty } from './typedQty'

/** Sets the quantity (thousandths, 0 takes it out); answers with what the cart now holds, and words about it. */
export type SetQty = (sku: string, qty: number) => Promise<{ qty: number; message?: string }>

export type QtyStepperProps = {
  sku: string
  /** thousandths */
  qty: number
  /** what the quantity may be: the steps, and what a typed one gives way to */
  rule?: QuantityRule
  setQty: SetQty
  locale: Locale
  wide?: boolean
  /** what stands beside it tells already what lies in stock and what comes later */
  stockTold?: boolean
  words: {
    add: string
    addNamed: string
    less: string
    more: string
    qty: string
    failed: string
    notNumber: string
    refused: Record<QtyCode, string>
    /** «{count} упаковки × {size}», by the form that a number takes */
    packs: Record<PackForm, string>
  }
}

export type PackForm = 'one' | 'few' | 'many' | 'other'

const WAIT_MS = 250
/** By the piece. */
const PIECES = quantityRule({ unit: 'шт', packSize: null, breaks: [] })

/** A number with «В корзину» beside it, then − number +; whole packs are told as such. Shows the new number at once; goes back to the true one if the server says so. What is wrong with a number is said under it. */
export function QtyStepper({ sku, qty, rule = PIECES, setQty, locale, wide, stockTold, words }: QtyStepperProps) {
  const [known, setKnown] = useState(qty)
  const [given, setGiven] = useState(qty)
  const [note, setNote] = useState<string>()
  if (given !== qty) {
    setGiven(qty)
    setKnown(qty)
  }
  const [shown, show] = useOptimistic(known)
  const [, start] = useTransition()
  const turn = useRef(0)
  const field = useRef<HTMLInputElement>(null)

  const change = (next: number, why?: string) => {
    turn.current += 1
    const mine = turn.current
    setNote(why)
    start(async () => {
      show(next)
      // quick presses become one call: only the last of them speaks to the server
      await new Promise((done) => setTimeout(done, WAIT_MS))
      if (mine !== turn.current) return
      try {
        const answer = await setQty(sku, next)
        start(() => {
          setKnown(answer.qty)
          if (answer.message && !(stockTold && answer.qty === next))
            setNote([why, answer.message].filter(Boolean).join('. '))
        })
      } catch {
        toast({ words: words.failed, tone: 'bad' })
      }
    })
  }

  const [wanted, want] = useState(() => nextQuantity(0, rule, 1))
  const take = (input: HTMLInputElement, put: boolean) => {
    const before = shown > 0 ? shown : wanted
    const typed = typedQty(input.value, before, rule)
    if (shown <= 0 && typed.qty <= 0) typed.qty = before
    input.value = textOf(typed.qty)
    const filled = (text: string, limit = 0): string =>
      text.replace('{limit}', formatQty(limit, locale)).replace('{qty}', formatQty(typed.qty, locale))
    const why =
      typed.code === undefined
        ? undefined
        : typed.code === 'notNumber'
          ? filled(words.notNumber)
          : filled(words.refused[typed.code], typed.limit)
    if (typed.qty > 0) want(typed.qty)
    // Leaving the field for the button beside it has said already why the number is another.
    if (put && typed.qty !== shown) change(typed.qty, why ?? (shown > 0 ? undefined : note))
    else if (why) setNote(why)
  }
  const inPacks = packWords(shown > 0 ? shown : wanted, rule, locale, words.packs)

  const said =
    note || inPacks ? (
      <span className="max-w-60 text-left text-sm">
        {inPacks ? <span className="num block text-ink-2">{inPacks}</span> : null}
        <span role="status" className="text-wait">
          {note}
        </span>
      </span>
    ) : null
  if (shown <= 0) {
    return (
      <span className={cx('inline-grid gap-1', wide ? 'w-full' : 'justify-items-end')}>
        <span className="flex gap-1.5">
          <input
            ref={field}
            aria-label={words.qty}
            className="qty-field"
            inputMode="decimal"
            autoComplete="off"
            defaultValue={textOf(wanted)}
            style={{ width: `${Math.max(textOf(wanted).length + 2, 5)}ch` }}
            onFocus={(event) => event.target.select()}
            onBlur={(event) => take(event.currentTarget, false)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') take(event.currentTarget, true)
            }}
          />
          <button
            type="button"
            className={buttonClass('normal', 'm', wide ? 'flex-1' : undefined)}
            aria-label={words.addNamed}
            // The field keeps the focus: words under it would move the button from under the press.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => field.current && take(field.current, true)}
          >
            <ShoppingCart />
            {words.add}
          </button>
        </span>
        {said}
      </span>
    )
  }
  const higher = nextQuantity(shown, rule, 1)
  const lower = nextQuantity(shown, rule, -1)
  return (
    <span className={cx('inline-grid gap-1', wide ? 'justify-items-start' : 'justify-items-end')}>
      <span className="stepper">
        <button type="button" aria-label={words.less} onClick={() => change(lower)}>
          <Minus />
        </button>
        <input
          key={shown}
          aria-label={words.qty}
          inputMode="decimal"
          autoComplete="off"
          defaultValue={textOf(shown)}
          style={{ minWidth: `${textOf(shown).length + 1}ch` }}
          onFocus={(event) => event.target.select()}
          onBlur={(event) => take(event.currentTarget, true)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.currentTarget.blur()
            if (event.key === 'ArrowUp') change(higher)
            if (event.key === 'ArrowDown') change(lower)
          }}
        />
        <button type="button" aria-label={words.more} disabled={higher <= shown} onClick={() => change(higher)}>
          <Plus />
        </button>
      </span>
      {said}
    </span>
  )
}

const textOf = (qty: number): string => String(qty / 1_000).replace('.', ',')

/** «2 упаковки × 200»; nothing where it is no whole number of packs, or sold by the unit. */
function packWords(
  qty: number,
  rule: QuantityRule,
  locale: Locale,
  forms: QtyStepperProps['words']['packs'],
): string | null {
  const pack = packAt(rule, qty)
  if (pack === null || qty <= 0 || qty % pack !== 0) return null
  const count = qty / pack
  const form = new Intl.PluralRules(locale).select(count)
  return (form === 'one' || form === 'few' || form === 'many' ? forms[form] : forms.other)
    .replace('{count}', formatQty(count * 1_000, locale))
    .replace('{size}', formatQty(pack, locale))
}
