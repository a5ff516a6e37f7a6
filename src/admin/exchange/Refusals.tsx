import { humanDate } from '@/src/lib/dates'
import { say, type Locale } from '@/src/lib/i18n'
import type { Refusal } from '@/src/mechanisms/exchange/refusals'
import { exchangeLabels as words } from './exchange.labels'

/** Who was not let in lately: which node, from where, why, how often. */
export function Refusals({ refusals, locale }: { refusals: readonly Refusal[]; locale: Locale }) {
  if (refusals.length === 0) return null
  return (
    <section className="kb-sheet">
      <header>
        <h2>{say(words.refusals, locale)}</h2>
        <span className="kb-muted kb-small">{say(words.refusalsDays, locale)}</span>
      </header>
      <div className="kb-scroll">
        <table className="kb-table">
          <thead>
            <tr>
              <th>{say(words.node, locale)}</th>
              <th>{say(words.callerAddress, locale)}</th>
              <th>{say(words.reason, locale)}</th>
              <th className="kb-num">{say(words.tries, locale)}</th>
              <th>{say(words.lastTry, locale)}</th>
            </tr>
          </thead>
          <tbody>
            {refusals.map(({ node, address, reason, tries, lastAt }) => (
              <tr key={`${node} ${address} ${reason}`}>
                <td>{node ?? say(words.unknownNode, locale)}</td>
                <td className="kb-nowrap">{address || '—'}</td>
                <td className="kb-wide">{say(words.refusalReasons[reason], locale)}</td>
                <td className="kb-num">{new Intl.NumberFormat(locale).format(tries)}</td>
                <td className="kb-nowrap">{humanDate(lastAt, locale)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
