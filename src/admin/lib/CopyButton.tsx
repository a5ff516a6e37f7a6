'use client'

import { useState } from 'react'

/** Puts a text onto the clipboard and says so; where the browser forbids it, the text is shown to be taken by hand. */
export function CopyButton({ text, words }: { text: string; words: Record<'copy' | 'copied', string> }) {
  const [said, setSaid] = useState<'copied' | 'shown' | null>(null)
  const copy = (): void => {
    const written = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'))
    written.then(
      () => setSaid('copied'),
      () => setSaid('shown'),
    )
  }
  return (
    <>
      <button className="kb-btn" onClick={copy} type="button">
        {words.copy}
      </button>
      <span className="kb-good kb-small" role="status">
        {said === 'copied' ? words.copied : said === 'shown' ? text : ''}
      </span>
    </>
  )
}
