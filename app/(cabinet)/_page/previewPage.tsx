import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { linkFor } from '@/src/lib/http/linkFor'
import { isLocale, say, type Locale } from '@/src/lib/i18n'
import { isStaff } from '@/src/mechanisms/access/actor'
import { contextOf, type QueryContext } from '@/src/mechanisms/access/context'
import { accessOf } from '@/src/mechanisms/access/defineAccess'
import { isModuleOn } from '@/src/mechanisms/modules/switches'
import { cabinetRequest } from '../_session/session'
import { pageLabels } from './page.labels'
import type { PageProps } from './cabinetPage'
import { openPage } from './openPage'

type Params = { locale: string }
type Preview<P extends Params> = {
  context: QueryContext
  locale: Locale
  params: P
  search: Record<string, string | string[] | undefined>
  href: (path: string) => string
}
/** What is drawn, and where in the panel it is edited. */
type Drawn = { content: ReactNode; back: string }

/**
 * A page of the cabinet as employees see it before clients do, under a line that says so: for those who may read the record
 * in the panel. To anybody else there is no such page.
 */
export function previewPage<P extends Params = Params>(
  { module, entity }: { module: string; entity: string },
  render: (page: Preview<P>) => Promise<Drawn | null>,
) {
  return openPage(async (props: PageProps<P>) => {
    const params = await props.params
    const { req, actor } = await cabinetRequest()
    if (!isLocale(params.locale) || !isStaff(actor)) notFound()
    if (!(await isModuleOn(req, module)) || accessOf(entity).where(actor, 'read') === false) notFound()
    const { locale } = params
    const drawn = await render({
      context: { ...(await contextOf(req)), locale },
      locale,
      params,
      search: await props.searchParams,
      href: (path) => linkFor({ locale }, path),
    })
    if (!drawn) notFound()
    return (
      <>
        <aside aria-label={say(pageLabels.preview, locale)} className="border-b border-line bg-brand-wash">
          <p className="mx-auto flex max-w-page flex-wrap items-baseline gap-x-4 gap-y-1 px-4 py-2.5 text-sm md:px-6">
            {say(pageLabels.preview, locale)}
            <a className="link" href={drawn.back}>
              {say(pageLabels.backToPanel, locale)}
            </a>
          </p>
        </aside>
        <main className="mx-auto w-full max-w-page px-4 py-4.5 md:px-6 md:py-7">{drawn.content}</main>
      </>
    )
  })
}
