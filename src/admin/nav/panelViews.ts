import { say, type Locale } from '@/src/lib/i18n'
import { dashboardLabels } from '../dashboard/dashboard.labels'
import { declaredWorkplaces } from '@/src/mechanisms/panel/defineWorkplace'

/** What follows every title of the panel. */
export const PANEL_SUFFIX = ' — Kabinet'

type View = { Component: string; path: `/${string}`; meta: { title: string } }

/**
 * Pages of the workplaces as Payload wants them, once all areas are loaded. It knows one title of each, whatever the
 * language: `viewTitle` has the others.
 */
export const panelViews = (): Record<string, View> =>
  Object.fromEntries(
    [...declaredWorkplaces()]
      .sort((a, b) => a.order - b.order)
      .map(({ key, path, view, label }) => [key, { Component: view, path, meta: { title: label.ru } }] as const),
  )

/** The title of the page at this address in a language of the panel; null for what Payload titles itself. */
export function viewTitle(segments: readonly string[], locale: Locale): string | null {
  if (segments.join('/') === 'figure') return say(dashboardLabels.figure, locale)
  const workplace = declaredWorkplaces().find(({ path }) => path === `/${segments.join('/')}`)
  return workplace ? say(workplace.label, locale) : null
}

/** Whether one of our own views stands at this address of a browser, which draws no field of a collection. */
export function isDesk(path: string): boolean {
  const place =
    path
      .split('?')[0]
      ?.replace(/\/+$/, '')
      .replace(/^\/admin(?=\/|$)/, '') ?? ''
  return place === '' || place === '/figure' || declaredWorkplaces().some((workplace) => workplace.path === place)
}
