import type { Locale } from '@/src/lib/i18n'
import { say } from '@/src/lib/i18n'
import { baseLabels } from './base.labels'

export type RailProps = {
  locale: Locale
  /** how many bars */
  all: number
  /** how many are behind */
  done: number
  /** the next one is under way (half filled); true unless said otherwise */
  running?: boolean
}

/** Small bars under a state: how far along the way this is. All done: green. */
export function Rail({ locale, all, done, running = true }: RailProps) {
  return (
    <span
      className="rail"
      data-done={done >= all ? 'all' : done}
      data-still={running ? undefined : ''}
      role="img"
      aria-label={say(baseLabels.steps, locale, { done, all })}
    >
      {Array.from({ length: all }, (_, index) => (
        <i key={index} />
      ))}
    </span>
  )
}
