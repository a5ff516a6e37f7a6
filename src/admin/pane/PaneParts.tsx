import { say, type Locale } from '@/src/lib/i18n'
import type { PaneFact, PanePaper } from '@/src/mechanisms/panel/definePane'
import { adminLabels } from '../admin.labels'
import { ActionButton } from '../lib/ActionButton'
import { OriginMark } from '../lib/OriginMark'
import { FactEdit } from './FactEdit'
import { paneLabels } from './pane.labels'

/** Facts in two columns, long words below them. */
export function PaneFacts({ facts, locale }: { facts: readonly PaneFact[]; locale: Locale }) {
  const told = facts.filter(({ value, edit }) => value || edit)
  const short = told.filter(({ wide }) => !wide)
  const half = Math.ceil(short.length / 2)
  return (
    <>
      <div className="kb-two">
        {[short.slice(0, half), short.slice(half)].map((column, index) => (
          <Facts facts={column} key={index} locale={locale} />
        ))}
      </div>
      {told.some(({ wide }) => wide) ? <Facts facts={told.filter(({ wide }) => wide)} locale={locale} wide /> : null}
    </>
  )
}

function Facts({ facts, locale, wide }: { facts: readonly PaneFact[]; locale: Locale; wide?: boolean }) {
  return (
    <dl className={wide ? 'kb-facts kb-long' : 'kb-facts'}>
      {facts.map((fact) => (
        <div key={fact.label.en}>
          <dt>{say(fact.label, locale)}</dt>
          <dd className={fact.tone === 'bad' ? 'kb-error' : undefined}>
            <FactValue fact={fact} locale={locale} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function FactValue({ fact: { value, href, origin, edit, back }, locale }: { fact: PaneFact; locale: Locale }) {
  const shown = value ? (
    href ? (
      <a href={href}>{value}</a>
    ) : (
      value
    )
  ) : (
    <i className="kb-muted">{say(paneLabels.none, locale)}</i>
  )
  const marked = (
    <>
      {shown} <OriginMark locale={locale} origin={value || origin === 'own' ? origin : null} />
    </>
  )
  const words = { edit: say(paneLabels.edit, locale), save: say(paneLabels.save, locale) }
  const failed = say(adminLabels.failed, locale)
  return (
    <>
      {edit ? (
        <FactEdit {...edit} locale={locale} words={{ ...words, back: say(adminLabels.back, locale), failed }}>
          {marked}
        </FactEdit>
      ) : (
        marked
      )}
      {back && origin === 'own' ? (
        <span className="kb-quiet">
          <ActionButton action={back.action} failed={failed} input={back.input} label={say(back.label, locale)} />
        </span>
      ) : null}
    </>
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
