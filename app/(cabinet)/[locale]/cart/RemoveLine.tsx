'use client'

import { X } from '@/src/ui/icon/icons'
import { useTransition } from 'react'
import { toast } from '@/src/ui/feedback/toast'
import { IconButton } from '@/src/ui/base/IconButton'
import type { SetQty } from '@/src/ui/shelf/QtyStepper'

type RemoveLineProps = {
  sku: string
  qty: number
  setQty: SetQty
  words: { remove: string; removed: string; failed: string }
}

/** Takes a line out at once; it can be put back from the toast. */
export function RemoveLine({ sku, qty, setQty, words }: RemoveLineProps) {
  const [busy, start] = useTransition()
  const putBack = async () => {
    const { qty: held, message } = await setQty(sku, qty)
    if (held !== qty) toast({ words: message ?? words.failed, tone: 'bad' })
  }
  const remove = () =>
    start(async () => {
      try {
        const answer = await setQty(sku, 0)
        if (answer.qty > 0) toast({ words: answer.message ?? words.failed, tone: 'bad' })
        else toast({ words: words.removed, undo: putBack })
      } catch {
        toast({ words: words.failed, tone: 'bad' })
      }
    })
  return (
    <IconButton
      label={words.remove}
      icon={<X />}
      className="!size-7 pointer-coarse:!size-11 text-ink-3 hover:text-ink [&_svg]:!size-4"
      disabled={busy}
      onClick={remove}
    />
  )
}
