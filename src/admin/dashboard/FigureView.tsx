import Link from 'next/link'
import { notFound } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { say } from '@/src/lib/i18n'
import { hrefOfFigure, rowsBehind, rowsFigure } from '@/src/mechanisms/panel/figureRows'
import { Denied } from '../lib/Denied'
import { Frame } from '../lib/Frame'
import { param, viewContext } from '../lib/view'
import { address } from '../workplace/address'
import { dashboardLabels } from './dashboard.labels'
import { RowsTable } from './RowsTable'

const words = dashboardLabels
const PER_PAGE = 50

/** The list behind a figure of «Сегодня», exactly those rows; `part` narrows it to one part. */
export async function FigureView(props: AdminViewServerProps) {
  const figure = rowsFigure(param(props, 'of'))
  const context = await viewContext(props, figure)
  if (!context) return <Denied view={props} />
  if (!figure) notFound()
  const { locale } = context
  const asked = param(props, 'part')
  const part = asked !== undefined && figure.parts && asked in figure.parts ? asked : undefined
  const page = Math.min(10_000, Math.max(1, Math.trunc(Number(param(props, 'page'))) || 1))
  const { rows, total } = await rowsBehind(figure, context, {
    part,
    limit: PER_PAGE,
    offset: (page - 1) * PER_PAGE,
  })
  const pageAt = (to: number): string => address('/admin/figure', { of: figure.key, part, page: String(to) })

  return (
    <Frame view={props}>
      <div className="kb-head">
        <h1>{say(figure.label, locale)}</h1>
        <span className="kb-muted kb-small">{say(words.rows, locale, { count: total })}</span>
      </div>
      {figure.about ? <p className="kb-note kb-about">{say(figure.about, locale)}</p> : null}
      <section className="kb-sheet">
        {figure.parts ? (
          <nav aria-label={say(figure.label, locale)} className="kb-tabs">
            <Link aria-current={part === undefined ? 'page' : undefined} href={hrefOfFigure(figure)} prefetch={false}>
              {say(words.whole, locale)}
            </Link>
            {Object.entries(figure.parts).map(([key, label]) => (
              <Link
                aria-current={key === part ? 'page' : undefined}
                href={hrefOfFigure(figure, key)}
                key={key}
                prefetch={false}
              >
                {say(label, locale)}
              </Link>
            ))}
          </nav>
        ) : null}
        {rows.length === 0 ? (
          <p className="kb-empty">{say(words.nothing, locale)}</p>
        ) : (
          <RowsTable figure={figure} locale={locale} rows={rows} />
        )}
        {total > PER_PAGE ? (
          <nav className="kb-pages">
            {page > 1 ? <Link href={pageAt(page - 1)}>← {say(words.previous, locale)}</Link> : <span />}
            <span className="kb-muted kb-small">{`${(page - 1) * PER_PAGE + 1}–${Math.min(page * PER_PAGE, total)} / ${total}`}</span>
            {page * PER_PAGE < total ? <Link href={pageAt(page + 1)}>{say(words.next, locale)} →</Link> : <span />}
          </nav>
        ) : null}
      </section>
    </Frame>
  )
}
