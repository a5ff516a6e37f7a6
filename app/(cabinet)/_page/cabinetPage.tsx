import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { linkFor } from '@/src/lib/http/linkFor'
import { isLocale, say, type Locale, type Text } from '@/src/lib/i18n'
import { contextOf, type QueryContext } from '@/src/mechanisms/access/context'
import { isModuleOn } from '@/src/mechanisms/modules/switches'
import { requireUser, type CabinetSession } from '../_session/session'
import { placesOf } from '../_shell/places'
import { closedPage } from './closedPage'
import { openPage } from './openPage'
import { readNews } from './readNews'

type Params = { locale: string }
export type PageProps<P extends Params = Params> = {
  params: Promise<P>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export type LinkTo = (path: string) => string | null

export type Page<P extends Params = Params> = {
  session: CabinetSession
  context: QueryContext
  locale: Locale
  zone: string
  params: P
  search: Record<string, string | string[] | undefined>
  /** Address of a page in the language of this one: `href('/orders')` -> `/en/orders`. */
  href: (path: string) => string
  /** The same of a thing that stands in another area; null when this person may not go there. */
  linkTo: LinkTo
}

export type PageRights = {
  /** The module it belongs to: off means there is no such page. */
  module?: string
  /** Capability in the current company. */
  needs?: string
}

/**
 * A page of the cabinet: signed in, its module on, its right held. Everything a page reads goes
 * through `context`, which acts as the person.
 */
export function cabinetPage<P extends Params = Params>(
  rights: PageRights,
  render: (page: Page<P>) => Promise<ReactNode>,
) {
  return openPage(async (props: PageProps<P>) => {
    const params = await props.params
    if (!isLocale(params.locale)) notFound()
    const locale = params.locale
    const session = await requireUser()
    if (rights.module && !(await isModuleOn(session.req, rights.module))) notFound()
    if (rights.needs && !session.capabilities.has(rights.needs)) return closedPage(session, locale)
    const href = (path: string): string => linkFor({ locale }, path)
    const mayGo = await placesOf(session)
    const page = {
      session,
      context: { ...(await contextOf(session.req, session.company?.id, session.company?.partner)), locale },
      locale,
      zone: session.zone,
      params,
      search: await props.searchParams,
      href,
      linkTo: (path: string) => (mayGo(path) ? href(path) : null),
    }
    const [drawn] = await Promise.all([render(page), readNews(session)])
    return drawn
  })
}

/** The title of a page in its language. */
export function pageTitle(text: Text) {
  return async ({ params }: { params: Promise<Params> }): Promise<Metadata> => {
    const { locale } = await params
    return { title: say(text, isLocale(locale) ? locale : 'ru') }
  }
}
