import type { Metadata } from 'next'
import { defaultLocale, isLocale, say, type Locale, type Text } from '@/src/lib/i18n'
import { contextOf, type QueryContext } from '@/src/mechanisms/access/context'
import { isModuleOn } from '@/src/mechanisms/modules/switches'
import { currentSession } from '../_session/session'
import type { PageRights } from './cabinetPage'

/**
 * The title of a thing's own page, «Счёт на оплату № 1131»; the area's title when there is no such thing for this
 * person, so that a tab says no more than the page.
 */
export function thingTitle<P extends { locale: string }>(
  rights: PageRights,
  area: Text,
  name: (context: QueryContext, params: P, locale: Locale) => Promise<string | null>,
) {
  return async (props: { params: Promise<P> }): Promise<Metadata> => {
    const params = await props.params
    const locale = isLocale(params.locale) ? params.locale : defaultLocale
    const session = await currentSession()
    const may =
      session &&
      (!rights.module || (await isModuleOn(session.req, rights.module))) &&
      (!rights.needs || session.capabilities.has(rights.needs))
    const found = may
      ? await name(
          { ...(await contextOf(session.req, session.company?.id, session.company?.partner)), company: null },
          params,
          locale,
        )
      : null
    return { title: found ?? say(area, locale) }
  }
}
