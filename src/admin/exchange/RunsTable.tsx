import Link from 'next/link'
import { exchangeRunLabels } from '@/collections/exchange/exchange-runs/exchange-run.labels'
import { fullDate, humanDate } from '@/src/lib/dates'
import { say, type Locale, type Text } from '@/src/lib/i18n'
import { exchangeLabels } from './exchange.labels'
import { wordsOfCode } from '../words/codeWords'
import type { RunRow } from './journal.queries'

const words = exchangeLabels
const tones = { receiving: 'run', running: 'run', done: 'good', partial: 'wait', failed: 'bad' } as const

/** Runs, each with what it was about, how it ended and what became of its rows. */
export function RunsTable({ runs, locale }: { runs: RunRow[]; locale: Locale }) {
  const heads = [words.failed, words.read, words.created, words.changed, words.same]
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
              <th className={head === words.same ? 'kb-num kb-roomy' : 'kb-num'} key={head.en}>
                {say(head, locale)}
              </th>
            ))}
            <th className="kb-num">{say(words.took, locale)}</th>
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <tr key={run.id}>
              <td className="kb-nowrap">
                <Link
                  href={`/admin/exchange?run=${run.id}`}
                  prefetch={false}
                  title={run.startedAt ? fullDate(run.startedAt, locale) : undefined}
                >
                  {run.startedAt ? humanDate(run.startedAt, locale) : '—'}
                </Link>
              </td>
              <td>{run.node ?? '—'}</td>
              <td>
                {whatWords(run, locale)}
                {run.attemptOf ? <div className="kb-muted kb-small">{say(words.anotherTry, locale)}</div> : null}
                {run.attempts > 0 ? <div className="kb-muted kb-small">{say(words.triedAgain, locale)}</div> : null}
              </td>
              <td>
                <RunState locale={locale} run={run} />
              </td>
              {[run.failed, run.read, run.created, run.changed, run.same].map((value, index) => (
                <td
                  className={[
                    'kb-num',
                    index === 0 && value > 0 && 'kb-error',
                    heads[index] === words.same && 'kb-roomy',
                  ]
                    .filter(Boolean)
                    .join(' ')}
                  key={heads[index]?.en}
                >
                  {new Intl.NumberFormat(locale).format(value)}
                </td>
              ))}
              <td className="kb-num">{took(run, locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

export function RunState({ run, locale }: { run: RunRow; locale: Locale }) {
  return (
    <span className="kb-state" data-tone={tones[run.status]}>
      {say(exchangeRunLabels.options.status[run.status], locale)}
    </span>
  )
}

function whatWords({ kind, transport }: RunRow, locale: Locale): string {
  const ways: Record<string, Text> = words.transports
  const name = kind ? say(wordsOfCode('kind', kind), locale) : ''
  const way = ways[transport] ? say(ways[transport], locale) : transport
  return name ? `${name}, ${way}` : way
}

function took({ startedAt, finishedAt }: RunRow, locale: Locale): string {
  if (!startedAt || !finishedAt) return '—'
  const seconds = Math.max(0, Math.round((Date.parse(finishedAt) - Date.parse(startedAt)) / 1000))
  return seconds < 120
    ? say(words.seconds, locale, { count: seconds })
    : say(words.minutes, locale, { count: Math.round(seconds / 60) })
}
