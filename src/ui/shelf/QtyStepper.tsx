'use client'

import { Minus, Plus, ShoppingCart } from 'lucide-react'
import { useOptimistic, useRef, useState, useTransition } from 'react'
import { buttonClass } from '../base/buttonClass'
import { toast } from '../feedback/toast'

/** Sets the quantity (thousandths, 0 takes it out); answers with what the cart now holds, and words if it differs. */
export type SetQty = (sku: string, qty: number) => Promise<{ qty: number; message?: string }>

export type QtyStepperProps = {
  sku: string
  /** thousandths */
  qty: number
  /** thousandths that one press adds: a pack, or one unit; a typed quantity is kept as it is */
  step?: number
  /** thousandths: the least that can be ordered */
  min?: number
  setQty: SetQty
  wide?: boolean
  words: { add: string; addNamed: string; less: string; more: string; qty: string; failed: string }
}

const ONE = 1_000
const WAIT_MS = 250

/** «В корзину», then − number +. Shows the new number at once; goes back to the true one if the server says so. */
export function QtyStepper({ sku, qty, step = ONE, min = 1, setQty, wide, words }: QtyStepperProps) {
  const [known, setKnown] = useState(qty)
  const [given, setGiven] = useState(qty)
  if (given !== qty) {
    setGiven(qty)
    setKnown(qty)
  }
  const [shown, show] = useOptimistic(known)
  const [, start] = useTransition()
  const turn = useRef(0)

  const change = (wanted: number) => {
    const next = wanted <= 0 ? 0 : Math.max(min, wanted)
    turn.current += 1
    const mine = turn.current
    start(async () => {
      show(next)
      // quick presses become one call: only the last of them speaks to the server
      await new Promise((done) => setTimeout(done, WAIT_MS))
      if (mine !== turn.current) return
      try {
        const answer = await setQty(sku, next)
        start(() => setKnown(answer.qty))
        if (answer.message) toast({ words: answer.message })
      } catch {
        toast({ words: words.failed, tone: 'bad' })
      }
    })
  }

  if (shown <= 0) {
    return (
      <button type="button" className={buttonClass('normal', 'm', wide ? 'w-full' : undefined)} aria-label={words.addNamed} onClick={() => change(Math.max(step, min))}>
        <ShoppingCart />
        {words.add}
      </button>
    )
  }
  // whole steps from wherever a typed quantity stands
  const higher = (Math.floor(shown / step) + 1) * step
  const lower = (Math.ceil(shown / step) - 1) * step
  return (
    <span className="stepper">
      <button type="button" aria-label={words.less} onClick={() => change(lower)}>
        <Minus />
      </button>
      <input
        key={shown}
        aria-label={words.qty}
        inputMode="decimal"
        autoComplete="off"
        defaultValue={String(shown / ONE).replace('.', ',')}
        onFocus={(event) => event.target.select()}
        onBlur={(event) => {
          const typed = Math.round(Number(event.target.value.replace(/\s/g, '').replace(',', '.')) * ONE)
          if (Number.isFinite(typed) && typed !== shown) change(typed)
          else event.target.value = String(shown / ONE).replace('.', ',')
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur()
          if (event.key === 'ArrowUp') change(higher)
          if (event.key === 'ArrowDown') change(lower)
        }}
      />
      <button type="button" aria-label={words.more} onClick={() => change(higher)}>
        <Plus />
      </button>
    </span>
  )
}
