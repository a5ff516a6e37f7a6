import Link from 'next/link'
import { exchangeFileLabels } from '@/collections/exchange/exchange-files/exchange-file.labels'
import { humanDate } from '@/src/lib/dates'
import { say, type Locale, type Text } from '@/src/lib/i18n'
import { adminLabels } from '../admin.labels'
import { exchangeLabels } from './exchange.labels'
import { HeadActs } from '../lib/HeadActs'
import { ActionButton } from '../lib/ActionButton'
import { sizeText } from '../lib/sizeText'
import { IssuesTable } from './IssuesTable'
import type { FileRow, runWithDetails } from './journal.queries'
import { RunsTable, RunState } from './RunsTable'

const words = exchangeLabels
const states: Readonly<Record<string, Text>> = exchangeFileLabels.options.status
const tones: Readonly<Record<string, string>> = { done: 'good', failed: 'bad', running: 'run' }

/** One run: its rows in figures, its files with another try of each, and what did not get through. */
export function RunDetail({
  run,
  files,
  issues,
  attempts,
  locale,
}: NonNullable<Awaited<ReturnType<typeof runWithDetails>>> & { locale: Locale }) {
  const shared = { failed: say(adminLabels.failed, locale), done: say(words.queued, locale) }
  return (
    <>
      <div className="kb-head">
        <h1>
          {run.node ?? run.transport}, {run.startedAt ? humanDate(run.startedAt, locale) : '—'}
        </h1>
        <RunState locale={locale} run={run} />
        <HeadActs>
          <Link className="kb-btn" href="/admin/exchange" prefetch={false}>
            {say(words.back, locale)}
          </Link>
          {files.length > 0 ? (
            <ActionButton
              action="exchange.replayRun"
              input={{ id: run.id }}
              label={say(words.replayRun, locale)}
              {...shared}
            />
          ) : null}
        </HeadActs>
      </div>
      {run.message ? <p className="kb-muted">{run.message}</p> : null}
      {run.orders?.length ? (
        <p className="kb-muted">
          {say(run.status === 'running' ? words.ordersOffered : words.ordersTaken, locale, {
            numbers: run.orders.join(', '),
          })}
        </p>
      ) : null}
      <section className="kb-sheet">
        <RunsTable locale={locale} runs={[run]} />
      </section>
      {attempts.length > 0 ? (
        <section className="kb-sheet">
          <header>
            <h2>{say(words.otherTries, locale)}</h2>
          </header>
          <RunsTable locale={locale} runs={attempts} />
        </section>
      ) : null}
      {run.kind?.endsWith('-out') ? null : (
        <section className="kb-sheet">
          <header>
            <h2>{say(words.files, locale)}</h2>
          </header>
          {files.length === 0 ? (
            <p className="kb-empty">{say(words.noFiles, locale)}</p>
          ) : (
            <FilesTable files={files} locale={locale} shared={shared} />
          )}
        </section>
      )}
      <section className="kb-sheet">
        <header>
          <h2>{say(words.issues, locale)}</h2>
        </header>
        <IssuesTable issues={issues} locale={locale} />
      </section>
    </>
  )
}

function FilesTable({
  files,
  locale,
  shared,
}: {
  files: FileRow[]
  locale: Locale
  shared: { failed: string; done: string }
}) {
  return (
    <div className="kb-scroll">
      <table className="kb-table">
        <tbody>
          {files.map((file) => (
            <tr key={file.id}>
              <td>{file.name}</td>
              <td className="kb-num">{sizeText(file.size, locale)}</td>
              <td>
                <span className="kb-state" data-tone={tones[file.status]}>
                  {say(states[file.status] ?? { ru: file.status, en: file.status }, locale)}
                </span>
                {file.message ? <div className="kb-muted kb-small">{file.message}</div> : null}
              </td>
              <td>
                <div className="kb-bar">
                  {file.kept ? (
                    <a className="kb-btn" href={`/api/exchange/files/${file.id}`}>
                      {say(words.download, locale)}
                    </a>
                  ) : (
                    <span className="kb-muted kb-small">{say(words.bytesGone, locale)}</span>
                  )}
                  <ActionButton
                    action="exchange.replayFile"
                    input={{ id: file.id }}
                    label={say(words.replay, locale)}
                    {...shared}
                  />
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
