'use client'

import { Minus, Plus, ShoppingCart } from 'lucide-react'
import { useOptimistic, useRef, useState, useTransition } from 'react'
import type { Locale } from '@/src/lib/i18n'
import { formatQty } from '@/src/lib/money'
import { quantityRule, stepped, type QtyCode, type QuantityRule } from '@/src/lib/quantity'
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
  words: { add: string; addNamed: string; less: string; more: string; qty: string; failed: string; notNumber: string; refused: Record<QtyCode, string> }
}

const WAIT_MS = 250
/** By the piece. */
const PIECES = quantityRule({ unit: 'шт', packSize: null, breaks: [] })

/** «В корзину», then − number +. Shows the new number at once; goes back to the true one if the server says so. What is wrong with a number is said under it. */
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
          if (answer.message && !(stockTold && answer.qty === next)) setNote([why, answer.message].filter(Boolean).join('. '))
        })
      } catch {
        toast({ words: words.failed, tone: 'bad' })
      }
    })
  }

  const take = (input: HTMLInputElement) => {
    const typed = typedQty(input.value, shown, rule)
    input.value = textOf(typed.qty)
    const filled = (text: string, limit = 0): string => text.replace('{limit}', formatQty(limit, locale)).replace('{qty}', formatQty(typed.qty, locale))
    const why = typed.code === undefined ? undefined : typed.code === 'notNumber' ? filled(words.notNumber) : filled(words.refused[typed.code], typed.limit)
    if (typed.qty !== shown) change(typed.qty, why)
    else if (why) setNote(why)
  }

  const said = note ? <span role="status" className="max-w-60 text-left text-sm text-wait">{note}</span> : null
  if (shown <= 0) {
    return (
      <span className={cx('inline-grid justify-items-end gap-1', wide && 'w-full')}>
        <button type="button" className={buttonClass('normal', 'm', wide ? 'w-full' : undefined)} aria-label={words.addNamed} onClick={() => change(stepped(0, rule, 1))}>
          <ShoppingCart />
          {words.add}
        </button>
        {said}
      </span>
    )
  }
  const higher = stepped(shown, rule, 1)
  const lower = stepped(shown, rule, -1)
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
          onBlur={(event) => take(event.currentTarget)}
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
