import { headers } from 'next/headers'
import { defaultLocale, isLocale } from '@/src/lib/i18n'
import { HeadSkeleton } from '@/src/ui/feedback/Skeleton'
import { DataTableSkeleton } from '@/src/ui/list/DataTableSkeleton'

/** A list on its way, in the shape of what comes. */
export async function ListLoading() {
  const first = (await headers()).get('x-kabinet-path')?.split('/')[1]
  return (
    <>
      <HeadSkeleton />
      <DataTableSkeleton locale={isLocale(first) ? first : defaultLocale} />
    </>
  )
}
