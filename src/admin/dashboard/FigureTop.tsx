import Link from 'next/link'
import { say } from '@/src/lib/i18n'
import type { RowsFigure } from '@/src/mechanisms/panel/defineFigure'
import { hrefOfFigure, rowsBehind } from '@/src/mechanisms/panel/figureRows'
import type { ViewContext } from '../lib/view'
import { dashboardLabels } from './dashboard.labels'
import { RowsTable } from './RowsTable'

/** The first rows of a figure on «Сегодня» itself; nothing where there are none. */
export async function FigureTop({ figure, context }: { figure: RowsFigure; context: ViewContext }) {
  const { locale } = context
  const { rows, total } = await rowsBehind(figure, context, { limit: figure.top ?? 0 })
  if (rows.length === 0) return null
  return (
    <section className="kb-sheet">
      <header>
        <h2>{say(figure.label, locale)}</h2>
        <Link href={hrefOfFigure(figure)} prefetch={false}>
          {say(dashboardLabels.all, locale, { count: total })}
        </Link>
      </header>
      <RowsTable figure={figure} locale={locale} rows={rows} />
    </section>
  )
}
