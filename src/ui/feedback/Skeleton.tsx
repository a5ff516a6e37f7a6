import type { Locale } from '@/src/lib/i18n'
import { say } from '@/src/lib/i18n'
import { cx } from '../base/cx'
import { feedbackLabels } from './feedback.labels'

/** One grey bone in the place of words or a picture; its size comes as classes: `w-40 h-4`. */
export function Bone({ className }: { className?: string }) {
  return <span aria-hidden className={cx('bone', className ?? 'h-4 w-full')} />
}

/** A sheet with rows that are on their way; takes the shape of AskList, FileRow and short tables. */
export function SheetSkeleton({ rows = 4, locale }: { rows?: number; locale: Locale }) {
  return (
    <section aria-busy data-coming className="rounded-md border border-line bg-sheet">
      <span className="sr-only">{say(feedbackLabels.loading, locale)}</span>
      <div className="px-5 pt-5 pb-3">
        <Bone className="h-5 w-40" />
      </div>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className="flex items-center gap-4 border-t border-line px-5 py-4">
          <Bone className="h-4 w-20" />
          <Bone className="h-4 max-w-72 flex-1" />
          <Bone className="ml-auto h-4 w-24" />
        </div>
      ))}
    </section>
  )
}
