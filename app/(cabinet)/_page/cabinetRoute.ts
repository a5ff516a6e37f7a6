import { isLocale, type Locale } from '@/src/lib/i18n'
import { AppError, isAppError } from '@/src/lib/errors'
import { errorResponse, refusalResponse } from '@/src/mechanisms/actions/errorResponse'
import { contextOf, type QueryContext } from '@/src/mechanisms/access/context'
import { isModuleOn } from '@/src/mechanisms/modules/switches'
import { cabinetRequest, currentSession, type CabinetSession } from '../_session/session'
import type { PageRights } from './cabinetPage'

export type RouteArgs<P> = {
  session: CabinetSession
  context: QueryContext
  locale: Locale
  params: P
  search: URLSearchParams
  request: Request
}

/** A file route of the cabinet: the same rights as a page, answered with codes instead of pages. */
export function cabinetRoute<P extends { locale: string }>(
  rights: PageRights,
  handle: (args: RouteArgs<P>) => Promise<Response>,
) {
  return async (request: Request, props: { params: Promise<P> }): Promise<Response> => {
    const params = await props.params
    const session = await currentSession()
    if (!session) return refusalResponse((await cabinetRequest()).req, 'auth.required', 401)
    if (rights.module && !(await isModuleOn(session.req, rights.module)))
      return refusalResponse(session.req, 'module.off', 404)
    if (rights.needs && !session.capabilities.has(rights.needs))
      return refusalResponse(session.req, 'access.denied', 403)
    try {
      return await handle({
        session,
        context: await contextOf(session.req, session.company?.id, session.company?.partner),
        locale: isLocale(params.locale) ? params.locale : 'ru',
        params,
        search: new URL(request.url).searchParams,
        request,
      })
    } catch (error) {
      if (!isAppError(error)) throw error
      return errorResponse((await cabinetRequest()).req, error)
    }
  }
}

/** @throws AppError `record.notFound` 404, which the route turns into words */
export const notThere = (): never => {
  throw new AppError('record.notFound', {}, { status: 404 })
}
