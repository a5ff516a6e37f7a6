import Link from 'next/link'
import { humanDate, numericDay } from '@/src/lib/dates'
import { say, type Locale } from '@/src/lib/i18n'
import { formatMoney } from '@/src/lib/money'
import type { BehindRow, RowsFigure } from '@/src/mechanisms/panel/defineFigure'
import { durationText } from './figureText'

type Props = { figure: RowsFigure; rows: readonly BehindRow[]; locale: Locale }

/** Rows behind a figure: what each is, since when, for how much; the name leads to the record. */
export function RowsTable({ figure, rows, locale }: Props) {
  const { heads } = figure
  return (
    <div className="kb-scroll">
      <table className="kb-table">
        <thead>
          <tr>
            <th>{say(heads.title, locale)}</th>
            <th>{say(heads.at, locale)}</th>
            {heads.minutes ? <th className="kb-num">{say(heads.minutes, locale)}</th> : null}
            {heads.amount ? <th className="kb-num">{say(heads.amount, locale)}</th> : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => {
            const { title, note, href } = figure.words(row, locale)
            return (
              <tr key={`${row.id}-${index}`}>
                <td className="kb-wide">
                  {href ? (
                    <Link href={href} prefetch={false}>
                      {title}
                    </Link>
                  ) : (
                    title
                  )}
                  {note ? <div className="kb-muted kb-small kb-line">{note}</div> : null}
                </td>
                <td className="kb-nowrap" title={row.at ? numericDay(row.at) : undefined}>
                  {row.at ? humanDate(row.at, locale) : '—'}
                </td>
                {heads.minutes ? (
                  <td className="kb-num">{row.minutes === null ? '—' : durationText(row.minutes, locale)}</td>
                ) : null}
                {heads.amount ? (
                  <td className="kb-num">
                    {row.amount === null || !row.currency ? '—' : formatMoney(row.amount, row.currency, locale).text}
                  </td>
                ) : null}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
