import { declaredModules } from '@/src/mechanisms/modules/defineModule'
import { modulesOff } from '@/src/mechanisms/modules/switches'
import type { CabinetSession } from '../_session/session'
import { isOpenTo } from './isOpenTo'

/**
 * Whether this person may be led to an address of the cabinet. What lies in an area that is off, or for which they hold
 * no right, may be named (an order on its invoice, a piece of news from better days), but without a link.
 */
export async function placesOf(session: CabinetSession): Promise<(path: string) => boolean> {
  const off = await modulesOff(session.req)
  const closed = declaredModules().flatMap(({ slug, nav }) =>
    (nav ?? []).filter((item) => off.has(slug) || !isOpenTo(session, item)).map(({ href }) => href),
  )
  return (path) => !closed.some((area) => path === area || ['/', '?', '#'].some((next) => path.startsWith(area + next)))
}
