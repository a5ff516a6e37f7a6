import { CircleAlert, Lock, SearchX, WifiOff } from '@/src/ui/icon/icons'
import type { Locale } from '@/src/lib/i18n'
import { Button } from '../base/Button'
import { EmptyState } from './EmptyState'
import { feedbackLabels } from './feedback.labels'

export type ErrorStateProps = {
  locale: Locale
  title?: string
  text?: string
  /** what support finds it by: request id or digest */
  code?: string
  /** in an error boundary: its `reset` */
  onAgain?: () => void
  /** on the server: the address to open again */
  againHref?: string
}

/** Something failed here. */
export function ErrorState({ locale, title, text, code, onAgain, againHref }: ErrorStateProps) {
  const again = feedbackLabels.again[locale]
  return (
    <div role="alert">
      <EmptyState
        icon={<CircleAlert />}
        title={title ?? feedbackLabels.failed[locale]}
        action={againHref ? { href: againHref, label: again } : undefined}
        actions={
          onAgain ? (
            <Button tone="primary" onClick={onAgain}>
              {again}
            </Button>
          ) : undefined
        }
      >
        <p>{text ?? feedbackLabels.failedText[locale]}</p>
        {code ? (
          <p className="mt-2 text-sm text-ink-3">{feedbackLabels.errorCode[locale].replace('{code}', code)}</p>
        ) : null}
      </EmptyState>
    </div>
  )
}

/** The person may not see this; `text` says who of theirs can open it. Never says whether the thing exists. */
export function Forbidden({ locale, homeHref, text }: { locale: Locale; homeHref: string; text: string }) {
  return (
    <EmptyState
      icon={<Lock />}
      title={feedbackLabels.forbidden[locale]}
      action={{ href: homeHref, label: feedbackLabels.home[locale] }}
    >
      {text}
    </EmptyState>
  )
}

/** No such page. */
export function Lost({ locale, homeHref }: { locale: Locale; homeHref: string }) {
  return (
    <EmptyState
      icon={<SearchX />}
      title={feedbackLabels.lost[locale]}
      action={{ href: homeHref, label: feedbackLabels.home[locale] }}
    >
      {feedbackLabels.lostText[locale]}
    </EmptyState>
  )
}

/** A whole place that cannot be shown without a connection. For the line at the top of the page see OfflineLine. */
export function Offline({ locale }: { locale: Locale }) {
  return (
    <EmptyState icon={<WifiOff />} title={feedbackLabels.offline[locale]}>
      {feedbackLabels.offlineText[locale]}
    </EmptyState>
  )
}
