import Link from 'next/link'
import { say, type Locale } from '@/src/lib/i18n'
import type { PanelCell, PanelTable } from '@/src/mechanisms/panel/panelTable'
import { adminLabels } from '../admin.labels'
import { ActionButton } from './ActionButton'
import { OriginMark } from './OriginMark'
import { PanelForms } from './PanelForms'

/** A small table in a sheet of its own, with what may be added to it; nothing where it has neither rows nor forms. */
export function PanelSheet({ id, ...table }: PanelTable & { locale: Locale; id?: string }) {
  const { title, rows, more, forms = [], empty, locale } = table
  if (rows.length === 0 && forms.length === 0) return null
  return (
    <section className="kb-sheet" id={id}>
      <header>
        <h2>{say(title, locale)}</h2>
        <OriginMark locale={locale} origin={table.origin} />
        {more ? <a href={more.href}>{say(more.label, locale)}</a> : null}
      </header>
      {forms.length > 0 ? <PanelForms forms={forms} locale={locale} /> : null}
      {rows.length > 0 ? <Rows {...table} /> : empty ? <p className="kb-empty">{say(empty, locale)}</p> : null}
    </section>
  )
}

function Rows({ heads, rows, foot, locale }: PanelTable & { locale: Locale }) {
  const side = (index: number): string | undefined => (heads[index]?.end ? 'kb-num' : undefined)
  return (
    <div className="kb-scroll">
      <table className="kb-table">
        <thead>
          <tr>
            {heads.map(({ label }, index) => (
              <th className={side(index)} key={`${index} ${label.en}`}>
                {say(label, locale)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, index) => (
                <td className={side(index)} key={`${index} ${heads[index]?.label.en}`}>
                  <Cell {...cell} locale={locale} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {foot ? (
          <tfoot>
            <tr>
              <th colSpan={heads.length - 1} scope="row">
                {say(foot.label, locale)}
              </th>
              <td className="kb-num">
                <b>{foot.text}</b>
              </td>
            </tr>
          </tfoot>
        ) : null}
      </table>
    </div>
  )
}

function Cell({ text, note, href, tone, code, lang, origin, acts = [], locale }: PanelCell & { locale: Locale }) {
  const said = tone ? (
    <span className="kb-state" data-tone={tone}>
      {text}
    </span>
  ) : code ? (
    <code>{text}</code>
  ) : lang ? (
    <span lang={lang}>{text}</span>
  ) : (
    text
  )
  return (
    <>
      {href?.startsWith('/') ? (
        <Link href={href} prefetch={false}>
          {said}
        </Link>
      ) : href ? (
        <a className="kb-nowrap" href={href}>
          {said}
        </a>
      ) : (
        said
      )}
      <OriginMark locale={locale} origin={origin} />
      {note ? <div className="kb-muted kb-small">{note}</div> : null}
      {acts.map(({ action, input, label }) => (
        <ActionButton
          action={action}
          failed={say(adminLabels.failed, locale)}
          input={input}
          key={say(label, locale)}
          label={say(label, locale)}
        />
      ))}
    </>
  )
}
