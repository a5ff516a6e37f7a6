import { say, type Locale, type Text } from '@/src/lib/i18n'
import { adminLabels } from '../admin.labels'
import { auditViewLabels } from '../audit/audit.labels'

/** What follows every title of the panel. */
export const PANEL_SUFFIX = ' — Kabinet'

type View = { Component: string; path: `/${string}`; title: Text }

const { nav } = adminLabels

/** Pages of the panel that are of no collection, with their titles in each language. */
const views: Record<string, View> = {
  orders: { Component: '/src/admin/workplace/OrdersWorkplace#OrdersWorkplace', path: '/workplace/orders', title: nav.orders },
  clients: { Component: '/src/admin/workplace/ClientsWorkplace#ClientsWorkplace', path: '/workplace/clients', title: nav.clients },
  exchange: { Component: '/src/admin/exchange/ExchangeView#ExchangeView', path: '/exchange', title: nav.exchange },
  audit: { Component: '/src/admin/audit/AuditView#AuditView', path: '/audit', title: auditViewLabels.nav },
  queue: { Component: '/src/admin/queue/QueueView#QueueView', path: '/queue', title: nav.queue },
}

/** They as Payload wants them. It knows one title of each, whatever the language: `viewTitle` has the others. */
export const panelViews = Object.fromEntries(
  Object.entries(views).map(([key, { title, ...view }]) => [key, { ...view, meta: { title: title.ru } }] as const),
)

/** The title of the page at this address in a language of the panel; null for what Payload titles itself. */
export function viewTitle(segments: readonly string[], locale: Locale): string | null {
  const view = Object.values(views).find(({ path }) => path === `/${segments.join('/')}`)
  return view ? say(view.title, locale) : null
}
