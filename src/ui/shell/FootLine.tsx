import { CircleAlert, CircleCheck, Clock } from '@/src/ui/icon/icons'
import { TextLink } from '../base/TextLink'
import type { ShellProps } from './shellWords'

const ICONS = { good: CircleCheck, wait: Clock, bad: CircleAlert }
const TONES = { good: 'text-good', wait: 'text-wait', bad: 'text-bad' }

/** The last line of every page: how fresh the data are, and the map of the cabinet. */
export function FootLine({ data, words }: ShellProps) {
  const { freshness } = data
  const Icon = ICONS[freshness?.is ?? 'good']
  return (
    <footer className="foot-line no-print mx-auto flex w-full max-w-page flex-wrap items-center gap-x-5 gap-y-1 px-4 pt-2 pb-6 text-sm text-ink-2 md:px-6">
      {freshness ? (
        <span className="inline-flex items-center gap-2">
          <Icon className={`!size-3.75 ${TONES[freshness.is]}`} />
          {freshness.words}
        </span>
      ) : null}
      <TextLink href={data.urls.siteMap} className="ml-auto inline-flex min-h-6 items-center">
        {words.siteMap}
      </TextLink>
    </footer>
  )
}
