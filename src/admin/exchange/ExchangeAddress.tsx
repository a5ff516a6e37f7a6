'use client'

import { useState } from 'react'
import { say, type Locale } from '@/src/lib/i18n'
import { nodeLabels } from './exchange.labels'

/** The address that an administrator types into 1C, ready to be copied. */
export function ExchangeAddress({ address, locale }: { address: string; locale: Locale }) {
  const [copied, setCopied] = useState(false)
  const copy = (): void => void navigator.clipboard?.writeText(address).then(() => setCopied(true))
  return (
    <div className="kb-bar">
      <code className="kb-token">{address}</code>
      <button className="kb-btn" onClick={copy} type="button">
        {say(copied ? nodeLabels.copied : nodeLabels.copy, locale)}
      </button>
    </div>
  )
}
