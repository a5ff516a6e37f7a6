import { say, type Locale } from '@/src/lib/i18n'
import type { PaneFact, PanePaper } from '@/src/mechanisms/panel/definePane'
import { paneLabels } from './pane.labels'

/** Facts in two columns. */
export function PaneFacts({ facts, locale }: { facts: readonly PaneFact[]; locale: Locale }) {
  const told = facts.filter(({ value }) => value)
  const half = Math.ceil(told.length / 2)
  return (
    <div className="kb-two">
      {[told.slice(0, half), told.slice(half)].map((column, index) => (
        <dl className="kb-facts" key={index}>
          {column.map(({ label, value, href, tone }) => (
            <div key={label.en}>
              <dt>{say(label, locale)}</dt>
              <dd className={tone === 'bad' ? 'kb-error' : undefined}>{href ? <a href={href}>{value}</a> : value}</dd>
            </div>
          ))}
        </dl>
      ))}
    </div>
  )
}

export function PanePapers({ papers, locale }: { papers: readonly PanePaper[]; locale: Locale }) {
  if (papers.length === 0) return null
  return (
    <section className="kb-sheet">
      <header>
        <h2>{say(paneLabels.papers, locale)}</h2>
      </header>
      <ul className="kb-files">
        {papers.map(({ key, title, note, sum, href }) => (
          <li key={key}>
            <a href={href}>{title}</a>
            <span className="kb-muted">{note}</span>
            <span className="kb-num">{sum}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
