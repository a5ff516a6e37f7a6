import Link from 'next/link'
import type { AdminViewServerProps } from 'payload'
import { say } from '@/src/lib/i18n'
import { dashboardLabels } from './dashboard.labels'
import { LiveRefresh } from '../lib/LiveRefresh'
import { viewContext } from '../lib/view'
import { figures, ordersByDay, type FigureKind } from './figures.queries'
import { FirstSteps } from './FirstSteps'
import { firstSteps } from './firstSteps.queries'
import { OrdersByDay } from './OrdersByDay'

const words = dashboardLabels
const missing = (field: string): string => `/admin/collections/products?where[or][0][and][0][active][equals]=true&where[or][0][and][1][${field}][exists]=false`

/** Where the rows behind a figure are, exactly those. */
const where: Readonly<Record<FigureKind, string>> = {
  newOrders: '/admin/workplace/orders?view=new',
  awaits: '/admin/workplace/orders?view=awaits',
  notExported: '/admin/workplace/orders?view=notExported',
  newClients: '/admin/workplace/clients?status=new',
  unassigned: '/admin/workplace/clients?manager=none',
  failedRuns: '/admin/exchange?state=bad',
  deadLetters: '/admin/queue',
  noGroup: missing('group'),
  noPicture: missing('images'),
}
const alarming: ReadonlySet<FigureKind> = new Set(['failedRuns', 'deadLetters'])

/** Today's figures with a link behind each, what to do first in a new portal, and the orders of two weeks. */
export async function Dashboard(props: AdminViewServerProps) {
  const context = await viewContext(props)
  if (!context) return null
  const { locale } = context
  const numbers = await figures(context)
  const steps = await firstSteps(context)
  const days = context.actor.off?.has('sales') ? [] : await ordersByDay(context)
  // The record is made by `figures` with exactly these keys.
  const tiles = Object.entries(numbers) as Array<[FigureKind, number]>

  return (
    <div className="kb-page">
      <LiveRefresh />
      <div className="kb-head">
        <h1>{say(words.title, locale)}</h1>
      </div>
      <FirstSteps locale={locale} steps={steps} />
      {tiles.length > 0 ? (
        <nav aria-label={say(words.title, locale)} className="kb-figures">
          {tiles.map(([kind, value]) => (
            <Link className={alarming.has(kind) && value > 0 ? 'kb-bad' : undefined} href={where[kind]} key={kind} prefetch={false}>
              <b>{value}</b>
              <span className="kb-muted kb-small">{say(words[kind], locale)}</span>
            </Link>
          ))}
        </nav>
      ) : null}
      {days.length > 0 ? <OrdersByDay days={days} locale={locale} /> : null}
    </div>
  )
}
