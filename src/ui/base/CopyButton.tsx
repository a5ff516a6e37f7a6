'use client'

import { Check, Copy } from '@/src/ui/icon/icons'
import { useEffect, useState } from 'react'
import { IconButton } from './IconButton'

const SHOWN_MS = 2_000

/** Puts a text on the clipboard and says so. */
export function CopyButton({ text, words }: { text: string; words: { copy: string; copied: string } }) {
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [copied])
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(true)
    } catch {
      // no right to the clipboard: the text is on the page to be selected
    }
  }
  return (
    <>
      <IconButton
        label={words.copy}
        icon={copied ? <Check className="text-good" /> : <Copy />}
        onClick={copy}
        className="no-print !size-7 text-ink-3 hover:text-ink pointer-coarse:!size-11 [&_svg]:!size-4"
      />
      <span role="status" className="sr-only">
        {copied ? words.copied : ''}
      </span>
    </>
  )
}
