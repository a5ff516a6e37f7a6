import type { AdminViewServerProps } from 'payload'
import { exchangeRunLabels } from '@/collections/exchange/exchange-runs/exchange-run.labels'
import { humanDate } from '@/src/lib/dates'
import { say, type Locale, type Text } from '@/src/lib/i18n'
import { adminLabels } from '../admin.labels'
import { ActionButton } from '../lib/ActionButton'
import { Denied } from '../lib/Denied'
import { Frame } from '../lib/Frame'
import { param, viewContext } from '../lib/view'
import { IssuesTable } from './IssuesTable'
import { listIssues, listRuns, runWithDetails, type RunRow } from './journal.queries'

const words = adminLabels.exchange
const tones = { receiving: 'run', running: 'run', done: 'good', partial: 'wait', failed: 'bad' } as const

/** The exchange journal: runs, what stands open, and one run in detail. */
export async function ExchangeView(props: AdminViewServerProps) {
  const context = await viewContext(props, ['admin'], 'exchange')
  if (!context) return <Denied />
  const { req, locale } = context
  const id = param(props, 'run')
  const detail = id ? await runWithDetails(req, id) : null
  return (
    <Frame view={props}>
      {detail ? <RunDetail {...detail} locale={locale} /> : <Journal issues={await listIssues(req)} locale={locale} runs={await listRuns(req)} />}
    </Frame>
  )
}

function Journal({ runs, issues, locale }: { runs: RunRow[]; issues: Awaited<ReturnType<typeof listIssues>>; locale: Locale }) {
  return (
    <>
      <div className="kb-head">
        <h1>{say(words.title, locale)}</h1>
      </div>
      <section className="kb-sheet">
        <header>
          <h2>{say(words.runs, locale)}</h2>
        </header>
        {runs.length === 0 ? <p className="kb-empty">{say(words.empty, locale)}</p> : <RunsTable locale={locale} runs={runs} />}
      </section>
      <section className="kb-sheet">
        <header>
          <h2>{say(words.issues, locale)}</h2>
        </header>
        <IssuesTable issues={issues} locale={locale} />
      </section>
    </>
  )
}

function RunsTable({ runs, locale }: { runs: RunRow[]; locale: Locale }) {
  const heads = [words.read, words.created, words.changed, words.same, words.failed]
  return (
    <div className="kb-scroll">
      <table className="kb-table">
        <thead>
          <tr>
            <th>{say(words.started, locale)}</th>
            <th>{say(words.node, locale)}</th>
            <th>{say(words.what, locale)}</th>
            <th>{say(words.state, locale)}</th>
            {heads.map((head) => (
              <th className="kb-num" key={head.en}>
                {say(head, locale)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <tr key={run.id}>
              <td>
                <a href={`/admin/exchange?run=${run.id}`}>{run.startedAt ? humanDate(run.startedAt, locale) : '—'}</a>
              </td>
              <td>{run.node ?? '—'}</td>
              <td>
                {whatWords(run, locale)}
              </td>
              <td>
                <RunState locale={locale} run={run} />
              </td>
              {[run.read, run.created, run.changed, run.same, run.failed].map((value, index) => (
                <td className="kb-num" key={heads[index]?.en}>
                  {new Intl.NumberFormat(locale).format(value)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function RunDetail({ run, files, issues, locale }: NonNullable<Awaited<ReturnType<typeof runWithDetails>>> & { locale: Locale }) {
  return (
    <>
      <div className="kb-head">
        <h1>
          {run.node ?? run.transport}, {run.startedAt ? humanDate(run.startedAt, locale) : '—'}
        </h1>
        <RunState locale={locale} run={run} />
        <div className="kb-acts">
          <a className="kb-btn" href="/admin/exchange">
            {say(words.back, locale)}
          </a>
          <ActionButton action="exchange.replayRun" failed={say(adminLabels.failed, locale)} input={{ id: run.id }} label={say(words.replayRun, locale)} />
        </div>
      </div>
      {run.message ? <p className="kb-muted">{run.message}</p> : null}
      <section className="kb-sheet">
        <RunsTable locale={locale} runs={[run]} />
      </section>
      <section className="kb-sheet">
        <header>
          <h2>{say(words.files, locale)}</h2>
        </header>
        <div className="kb-scroll">
          <table className="kb-table">
            <tbody>
              {files.map((file) => (
                <tr key={file.id}>
                  <td>{file.name}</td>
                  <td className="kb-num">{new Intl.NumberFormat(locale).format(file.size)}</td>
                  <td>{file.message}</td>
                  <td>
                    <div className="kb-bar">
                      <a className="kb-btn" href={`/api/exchange/files/${file.id}`}>
                        {say(words.download, locale)}
                      </a>
                      <ActionButton action="exchange.replayFile" failed={say(adminLabels.failed, locale)} input={{ id: file.id }} label={say(words.replay, locale)} />
                    </div>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
      <section className="kb-sheet">
        <header>
          <h2>{say(words.issues, locale)}</h2>
        </header>
        <IssuesTable issues={issues} locale={locale} />
      </section>
    </>
  )
}

function whatWords({ kind, transport }: RunRow, locale: Locale): string {
  const kinds: Record<string, Text> = words.kinds
  const ways: Record<string, Text> = words.transports
  const name = kind ? (kinds[kind] ? say(kinds[kind], locale) : kind) : ''
  const way = ways[transport] ? say(ways[transport], locale) : transport
  return name ? `${name}, ${way}` : way
}

function RunState({ run, locale }: { run: RunRow; locale: Locale }) {
  return (
    <span className="kb-state" data-tone={tones[run.status]}>
      {say(exchangeRunLabels.options.status[run.status], locale)}
    </span>
  )
}
