import { CircleQuestionMark } from '@/src/ui/icon/icons'
import { useId, type ReactNode } from 'react'
import type { Locale } from '@/src/lib/i18n'
import { say } from '@/src/lib/i18n'
import { baseLabels } from './base.labels'

/** A small «?» that explains on press, on any device. For a plain name use the `title` of the element. */
export function Hint({ locale, children }: { locale: Locale; children: ReactNode }) {
  const id = useId()
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-label={say(baseLabels.hint, locale)}
        className="inline-grid size-6 place-items-center rounded-full align-middle text-ink-3 hover:text-ink"
      >
        <CircleQuestionMark className="size-4" />
      </button>
      <span id={id} popover="auto" className="pop p-3 text-sm font-normal">
        {children}
      </span>
    </>
  )
}
