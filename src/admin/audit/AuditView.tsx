import Form from 'next/form'
import type { AdminViewServerProps } from 'payload'
import { auditWorkplace } from '@/collections/special/audit/audit.workplace'
import { say } from '@/src/lib/i18n'
import { fullDate } from '@/src/lib/dates'
import { End } from '@/src/ui/base/End'
import { Denied } from '../lib/Denied'
import { Frame } from '../lib/Frame'
import { param, viewContext } from '../lib/view'
import { wordsOfCode } from '../words/codeWords'
import { AUDIT_PAGE, auditLines, type AuditAsk, type AuditEntry } from './audit.queries'
import { auditViewLabels as words } from './audit.labels'
import { idsIn, recordText, auditDetails, type AuditContext } from './auditWords'
import { titlesOf } from './titles.queries'

const NAMES = ['who', 'what', 'record', 'from', 'to'] as const

/** [ROLE-05] Who did what, when, with what was before and after; administrators alone. */
export async function AuditView(props: AdminViewServerProps) {
  const context = await viewContext(props, auditWorkplace)
  if (!context) return <Denied view={props} />
  const { req, locale } = context
  const ask: AuditAsk = Object.fromEntries(
    [...NAMES, 'before' as const].flatMap((name) =>
      param(props, name) ? [[name, param(props, name)?.slice(0, 200)]] : [],
    ),
  )
  const found = await auditLines(req, ask)
  const rows = found.slice(0, AUDIT_PAGE)
  const titles = await titlesOf(req, req.payload.config, idsIn(rows))
  const last = rows.at(-1)
  const older =
    found.length > AUDIT_PAGE && last
      ? `?${new URLSearchParams({ ...(ask as Record<string, string>), before: last.id })}`
      : null
  return (
    <Frame view={props}>
      <div className="kb-head">
        <h1>{say(words.title, locale)}</h1>
      </div>
      <section className="kb-sheet">
        <Form action="/admin/audit" className="kb-filter" data-whole role="search">
          <Field ask={ask.who} label={say(words.person, locale)} name="who" type="search" />
          <Field ask={ask.what} label={say(words.action, locale)} name="what" type="search" />
          <Field ask={ask.record} label={say(words.record, locale)} name="record" type="search" />
          <Field ask={ask.from} label={say(words.from, locale)} name="from" type="date" />
          <Field ask={ask.to} label={say(words.to, locale)} name="to" type="date" />
          <button className="kb-btn" type="submit">
            {say(words.find, locale)}
          </button>
          <End />
        </Form>
        {rows.length === 0 ? (
          <p className="kb-empty">{say(words.empty, locale)}</p>
        ) : (
          <Lines config={req.payload.config} locale={locale} rows={rows} titles={titles} />
        )}
        <div className="kb-pages">
          <span className="kb-muted kb-small">{say(words.kept, locale)}</span>
          {older ? <a href={older}>{say(words.older, locale)}</a> : null}
        </div>
      </section>
    </Frame>
  )
}

type FieldProps = { name: string; label: string; ask: string | undefined; type: 'search' | 'date' }

function Field({ name, label, ask, type }: FieldProps) {
  const narrow = type === 'date' ? { width: 150, flex: 'none' } : { flex: '1 1 180px', minWidth: 140 }
  return (
    <input
      aria-label={label}
      className="kb-input"
      defaultValue={ask}
      maxLength={200}
      name={name}
      placeholder={label}
      style={narrow}
      title={label}
      type={type}
    />
  )
}

type Shown = AuditContext & { rows: readonly AuditEntry[] }

function Lines({ rows, ...context }: Shown) {
  const { locale } = context
  return (
    <div className="kb-scroll">
      <table className="kb-table kb-stacks">
        <thead>
          <tr>
            {[words.when, words.what, words.changes, words.address].map((word) => (
              <th key={word.en}>{say(word, locale)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td className="kb-nowrap">{fullDate(row.at, locale, 'Europe/Moscow')}</td>
              <td className="kb-wide">
                <b>{row.name || say(words.system, locale)}</b>
                {row.role && row.name ? (
                  <span className="kb-muted kb-small">, {say(wordsOfCode('role', row.role), locale)}</span>
                ) : null}
                <div title={row.action}>
                  {say(wordsOfCode('action', row.action), locale)}
                  {row.entity ? ': ' : null}
                  {row.entityId ? (
                    <a href={`/admin/audit?record=${encodeURIComponent(row.entityId)}`}>{recordText(row, context)}</a>
                  ) : (
                    recordText(row, context)
                  )}
                </div>
              </td>
              <td className="kb-wide">
                {row.note ? <div className="kb-small">{row.note}</div> : null}
                {auditDetails(row, context).map(({ name, text }) => (
                  <div className="kb-small" key={name}>
                    <span className="kb-muted">{name}:</span> {text}
                  </div>
                ))}
              </td>
              <td>{row.address}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
