import Link from 'next/link'
import { say } from '@/src/lib/i18n'
import { sumsText } from '@/src/lib/moneySums'
import type { RowsFigure } from '@/src/mechanisms/panel/defineFigure'
import { hrefOfFigure, partsOf, type ShownPart } from '@/src/mechanisms/panel/figureRows'
import type { ViewContext } from '../lib/view'
import { dashboardLabels } from './dashboard.labels'

const words = dashboardLabels
/** Bars are as long as the sums of the first currency, or as the counts where nothing is summed up. */
const weight = ({ totals, count }: ShownPart, sums: boolean): number => (sums ? (totals[0]?.amount ?? 0) : count)

/** Parts of a figure as bars that lie in the rows of their own table; each leads to its rows. */
export async function FigureParts({ figure, context }: { figure: RowsFigure; context: ViewContext }) {
  const { locale } = context
  const sums = figure.measure === 'sum'
  const parts = await partsOf(figure, context)
  if (parts.every(({ count }) => count === 0)) return null
  const longest = Math.max(1, ...parts.map((part) => weight(part, sums)))
  return (
    <section className="kb-sheet">
      <header>
        <h2>{say(figure.label, locale)}</h2>
        <Link href={hrefOfFigure(figure)} prefetch={false}>
          {say(words.all, locale, { count: parts.reduce((sum, { count }) => sum + count, 0) })}
        </Link>
      </header>
      <div className="kb-scroll">
        <table className="kb-table kb-parts">
          <thead>
            <tr>
              <th>{say(words.part, locale)}</th>
              <th aria-hidden />
              <th className="kb-num">{say(words.count, locale)}</th>
              {sums ? <th className="kb-num">{say(words.sum, locale)}</th> : null}
            </tr>
          </thead>
          <tbody>
            {parts.map((part) => (
              <tr key={part.part}>
                <td className="kb-nowrap">{say(part.label, locale)}</td>
                <td aria-hidden className="kb-across">
                  <span style={{ width: `${(weight(part, sums) / longest) * 100}%` }} />
                </td>
                <td className="kb-num">
                  {part.count > 0 ? (
                    <Link href={hrefOfFigure(figure, part.part)} prefetch={false}>
                      {part.count}
                    </Link>
                  ) : (
                    '—'
                  )}
                </td>
                {sums ? <td className="kb-num">{sumsText(part.totals, locale) || '—'}</td> : null}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
