import Link from 'next/link'
import type { AdminViewServerProps } from 'payload'
import { say, type Locale } from '@/src/lib/i18n'
import { chartsFor, scalarFiguresFor, type ShownScalar } from '@/src/mechanisms/panel/defineFigure'
import { firstStepsFor } from '@/src/mechanisms/panel/defineFirstStep'
import { detailedFiguresFor, hrefOfFigure, tablesFor } from '@/src/mechanisms/panel/figureRows'
import { LiveRefresh } from '../lib/LiveRefresh'
import { viewContext } from '../lib/view'
import { dashboardLabels } from './dashboard.labels'
import { DaysChart } from './DaysChart'
import { FigureParts } from './FigureParts'
import { PanelSheet } from '../lib/PanelSheet'
import { FigureTop } from './FigureTop'
import { FirstSteps } from './FirstSteps'
import { valueText } from './figureText'

const words = dashboardLabels

/** The person's figures with a link behind each, what to do first in a new portal, rows, parts, tables and charts. */
export async function Dashboard(props: AdminViewServerProps) {
  const context = await viewContext(props)
  if (!context) return null
  const { locale } = context
  const figures = await scalarFiguresFor(context)
  const steps = await firstStepsFor(context)
  const tables = await tablesFor(context, locale)
  const charts = await chartsFor(context)

  return (
    <div className="kb-page">
      <LiveRefresh />
      <div className="kb-head">
        <h1>{say(words.title, locale)}</h1>
      </div>
      <FirstSteps locale={locale} steps={steps} />
      {figures.length > 0 ? (
        <nav aria-label={say(words.title, locale)} className="kb-figures">
          {figures.map((shown) => (
            <Tile key={shown.figure.key} locale={locale} {...shown} />
          ))}
        </nav>
      ) : null}
      {detailedFiguresFor(context).map((figure) =>
        figure.parts ? (
          <FigureParts context={context} figure={figure} key={figure.key} />
        ) : (
          <FigureTop context={context} figure={figure} key={figure.key} />
        ),
      )}
      {tables.map(({ figure: { key, label, heads }, rows }) => (
        <PanelSheet key={key} heads={heads} locale={locale} rows={rows} title={label} />
      ))}
      {charts.map(({ figure, days }) => (
        <DaysChart days={days} figure={figure} key={figure.key} locale={locale} />
      ))}
    </div>
  )
}

function Tile({ figure, value, locale }: ShownScalar & { locale: Locale }) {
  const none = !value || (typeof value === 'object' && value.length === 0)
  return (
    <Link className={figure.alarming && !none ? 'kb-bad' : undefined} href={hrefOfFigure(figure)} prefetch={false}>
      <b>{valueText(value, figure.kind === 'rows' ? figure.measure : undefined, locale)}</b>
      <span className="kb-muted kb-small">{say(figure.label, locale)}</span>
    </Link>
  )
}
