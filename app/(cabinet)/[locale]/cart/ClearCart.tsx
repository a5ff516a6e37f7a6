'use client'

import { useTransition } from 'react'
import type { Locale } from '@/src/lib/i18n'
import { Button } from '@/src/ui/base/Button'
import { toast } from '@/src/ui/feedback/toast'
import { emptyCart, putBack } from './cart.server'

/** As many lines as can be put back by one press. */
const CAN_UNDO = 500

/** Empties the cart at once; the toast can put everything back. */
export function ClearCart({ locale, words }: { locale: Locale; words: { clear: string; cleared: string } }) {
  const [busy, start] = useTransition()
  const clear = () =>
    start(async () => {
      const { lines, message } = await emptyCart(locale)
      const undo = async () => {
        const failed = await putBack(locale, lines)
        if (failed.message) toast({ words: failed.message, tone: 'bad' })
      }
      toast(
        message
          ? { words: message, tone: 'bad' }
          : { words: words.cleared, undo: lines.length > 0 && lines.length <= CAN_UNDO ? undo : undefined },
      )
    })
  return (
    <Button busy={busy} onClick={clear}>
      {words.clear}
    </Button>
  )
}
