import { say, type Locale } from '@/src/lib/i18n'
import type { Origin } from '@/src/mechanisms/fields/overrides'
import { adminLabels } from '../admin.labels'

const words = adminLabels.origin

/** «1С» beside what the exchange writes again, «Своё» beside what a person took over. */
export function OriginMark({ origin, locale }: { origin: Origin | null | undefined; locale: Locale }) {
  if (!origin) return null
  return (
    <span
      className="kb-origin"
      data-of={origin}
      title={say(origin === 'erp' ? words.erpTitle : words.ownTitle, locale)}
    >
      {say(words[origin], locale)}
    </span>
  )
}
