import { notFound, redirect } from 'next/navigation'
import type { AdminViewServerProps, PayloadRequest } from 'payload'
import type { Locale } from '@/src/lib/i18n'
import { actorOf, isStaff, type Actor } from '@/src/mechanisms/access/actor'
import { doorOf, type Placed } from '@/src/mechanisms/panel/shownTo'
import { panelLocale } from './panelLocale'

export type ViewContext = { req: PayloadRequest; actor: Actor; locale: Locale }

/**
 * Who looks at a view of the panel, or null when they may not: custom views are public by default. Who has not
 * signed in is led to the login page and back. A workplace, or a figure's list, of a module that is off is not there.
 */
export async function viewContext(props: AdminViewServerProps, place?: Placed): Promise<ViewContext | null> {
  const { req } = props.initPageResult
  if (!req.user) redirect(`/admin/login?redirect=${encodeURIComponent(req.headers.get('x-kabinet-path') ?? '/admin')}`)
  const actor = await actorOf(req)
  const door = place ? doorOf(place, actor) : 'open'
  if (!isStaff(actor) || door === 'closed') return null
  if (door === 'gone') notFound()
  return { req, actor, locale: panelLocale(req.i18n.language) }
}

/** A search parameter as one string. */
export function param(props: AdminViewServerProps, name: string): string | undefined {
  const value = props.searchParams?.[name]
  return Array.isArray(value) ? value[0] : value
}
