import { say, type Locale } from '@/src/lib/i18n'
import { Bone } from '../feedback/Skeleton'
import { listLabels } from './list.labels'

/** A list on its way, in the shape of DataTable: tabs, chips, rows of the real height. */
export function DataTableSkeleton({
  locale,
  rows = 8,
  views = true,
}: {
  locale: Locale
  rows?: number
  views?: boolean
}) {
  return (
    <section aria-busy data-coming className="rounded-md border border-line bg-sheet">
      <span className="sr-only">{say(listLabels.loading, locale)}</span>
      {views ? (
        <div className="flex h-13 items-center gap-4 border-b border-line px-5">
          <Bone className="h-5 w-14" />
          <Bone className="h-5 w-20" />
          <Bone className="h-5 w-28" />
        </div>
      ) : null}
      <div className="px-4 pt-2.5 md:hidden">
        <Bone className="h-11 w-full" />
      </div>
      <div className="flex h-12.75 items-center gap-2 border-b border-line px-4">
        <Bone className="h-7.5 w-28 !rounded-full" />
        <Bone className="h-7.5 w-24 !rounded-full" />
      </div>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className="flex h-16 items-center gap-6 border-b border-line px-5 last:border-b-0">
          <Bone className="h-4 w-24" />
          <Bone className="h-4 w-40" />
          <Bone className="hidden h-4 w-44 md:block" />
          <Bone className="ml-auto h-4 w-24" />
        </div>
      ))}
    </section>
  )
}
