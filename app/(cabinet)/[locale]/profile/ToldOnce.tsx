'use client'

import { useContext } from 'react'
import { CopyButton } from '@/src/ui/base/CopyButton'
import { FormContext } from '@/src/ui/form/FormContext'

/** A secret that the answer of the form tells, until the page is left. */
export function ToldOnce({ words }: { words: { key: string; copy: string; copied: string } }) {
  const { secret } = useContext(FormContext)
  if (!secret) return null
  return (
    <div className="flex items-start gap-2 rounded-sm border border-line px-3.5 py-2.5">
      <code className="min-w-0 flex-1 break-all select-all" aria-label={words.key}>
        {secret}
      </code>
      <CopyButton text={secret} words={words} />
    </div>
  )
}
