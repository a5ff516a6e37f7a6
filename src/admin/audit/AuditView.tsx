import Form from 'next/form'
import type { AdminViewServerProps, SanitizedConfig } from 'payload'
import { say, type Locale } from '@/src/lib/i18n'
import { fullDate } from '@/src/lib/dates'
import { Denied } from '../lib/Denied'
import { Frame } from '../lib/Frame'
import { param, viewContext } from '../lib/view'
import { codeText } from '../words/journalWords'
import { AUDIT_PAGE, auditLines, type AuditAsk, type AuditLine } from './audit.queries'
import { auditViewLabels as words } from './audit.labels'
import { fieldName, thingName } from './fieldNames'

const NAMES = ['who', 'what', 'record', 'from', 'to'] as const

/** [ROLE-05] Who did what, when, with what was before and after; administrators alone. */
export async function AuditView(props: AdminViewServerProps) {
  const context = await viewContext(props, ['admin'])
  if (!context) return <Denied view={props} />
  const { req, locale } = context
  const ask: AuditAsk = Object.fromEntries([...NAMES, 'before' as const].flatMap((name) => (param(props, name) ? [[name, param(props, name)?.slice(0, 200)]] : [])))
  const found = await auditLines(req, ask)
  const rows = found.slice(0, AUDIT_PAGE)
  const last = rows.at(-1)
  const older = found.length > AUDIT_PAGE && last ? `?${new URLSearchParams({ ...(ask as Record<string, string>), before: last.id })}` : null
  return (
    <Frame view={props}>
      <div className="kb-head">
        <h1>{say(words.title, locale)}</h1>
      </div>
      <section className="kb-sheet">
        <Form action="/admin/audit" className="kb-filter" role="search">
          <Field ask={ask.who} label={say(words.person, locale)} name="who" type="search" />
          <Field ask={ask.what} label={say(words.action, locale)} name="what" type="search" />
          <Field ask={ask.record} label={say(words.record, locale)} name="record" type="search" />
          <Field ask={ask.from} label={say(words.from, locale)} name="from" type="date" />
          <Field ask={ask.to} label={say(words.to, locale)} name="to" type="date" />
          <button className="kb-btn" type="submit">
            {say(words.find, locale)}
          </button>
        </Form>
        {rows.length === 0 ? <p className="kb-empty">{say(words.empty, locale)}</p> : <Lines config={req.payload.config} locale={locale} rows={rows} />}
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
  return <input aria-label={label} className="kb-input" defaultValue={ask} maxLength={200} name={name} placeholder={label} style={narrow} title={label} type={type} />
}

type Shown = { config: SanitizedConfig; locale: Locale }

function Lines({ rows, ...shown }: Shown & { rows: readonly AuditLine[] }) {
  const { config, locale } = shown
  const head = [words.when, words.who, words.what, words.about, words.changes, words.address]
  return (
    <div className="kb-scroll">
      <table className="kb-table">
        <thead>
          <tr>
            {head.map((word) => (
              <th key={word.en}>{say(word, locale)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td className="kb-nowrap">{fullDate(row.at, locale, 'Europe/Moscow')}</td>
              <td>
                {row.name || say(words.system, locale)} <span className="kb-muted kb-small">{row.role && row.name ? say(codeText('role', row.role), locale) : null}</span>
              </td>
              <td title={row.action}>{say(codeText('action', row.action), locale)}</td>
              <td>
                {thingName(config, row.entity, locale)}{' '}
                {row.entityId ? <a href={`/admin/audit?record=${encodeURIComponent(row.entityId)}`}>{row.entityId.slice(0, 8)}</a> : null}
              </td>
              <td className="kb-wide">
                <Told {...shown} row={row} />
              </td>
              <td>{row.address}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Told({ row: { changes, note, entity }, config, locale }: Shown & { row: AuditLine }) {
  const fields = Object.entries(changes?.fields ?? {})
  return (
    <>
      {note ? <div>{note}</div> : null}
      {fields.map(([name, { before, after }]) => (
        <div className="kb-small" key={name}>
          <b>{fieldName(config, entity, name, locale)}</b>: {text(before)} → {text(after)}
        </div>
      ))}
      {fields.length === 0 && changes?.input ? (
        <div className="kb-small">
          {say(words.asked, locale)}: {text(changes.input)}
        </div>
      ) : null}
    </>
  )
}

const text = (value: unknown): string => (value === null || value === undefined ? '—' : typeof value === 'string' ? value : JSON.stringify(value).slice(0, 400))
