import Link from 'next/link'
import { exchangeIssueLabels } from '@/collections/exchange/exchange-issues/exchange-issue.labels'
import { humanDate } from '@/src/lib/dates'
import { say, type Locale } from '@/src/lib/i18n'
import { lineText } from '@/src/mechanisms/exchange/journal/lineText'
import { adminLabels } from '../admin.labels'
import { exchangeLabels } from './exchange.labels'
import { ActionButton } from '../lib/ActionButton'
import { wordsOfCode } from '../words/codeWords'
import type { IssueRow } from './journal.queries'

const words = exchangeLabels
const ABSENT = 'exchange.absentHeld'

/** What did not get through: which record, from which line of which file, and why, in plain words. */
export function IssuesTable({
  issues,
  locale,
  runs = false,
}: {
  issues: IssueRow[]
  locale: Locale
  /** Each line leads to its run. */ runs?: boolean
}) {
  if (issues.length === 0) return <p className="kb-empty">{say(words.noIssues, locale)}</p>
  const states: Record<string, { ru: string; en: string }> = exchangeIssueLabels.options.status
  return (
    <div className="kb-scroll">
      <table className="kb-table">
        <thead>
          <tr>
            <th>{say(words.entity, locale)}</th>
            <th>{say(words.reason, locale)}</th>
            <th>{say(words.file, locale)}</th>
            <th>{say(words.state, locale)}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {issues.map((issue) => (
            <tr key={issue.id}>
              <td>
                {issue.entity ? say(wordsOfCode('kind', issue.entity), locale) : '—'}
                <div className="kb-small kb-name" title={issue.external ?? undefined}>
                  {issue.name ?? issue.external}
                </div>
              </td>
              <td className="kb-wide">{reasonOf(issue, locale)}</td>
              <td>
                {runs ? (
                  <Link href={`/admin/exchange?run=${issue.run}`} prefetch={false}>
                    {issue.file ?? humanDate(issue.createdAt, locale)}
                  </Link>
                ) : (
                  issue.file
                )}
                {issue.line ? (
                  <div className="kb-muted kb-small">{`${say(words.line, locale)} ${issue.line}`}</div>
                ) : null}
              </td>
              <td>
                <span
                  className="kb-state"
                  data-tone={issue.status === 'parked' ? 'wait' : issue.status === 'open' ? 'bad' : 'good'}
                >
                  {states[issue.status] ? say(states[issue.status] ?? { ru: '', en: '' }, locale) : issue.status}
                </span>
              </td>
              <td>
                <IssueButtons issue={issue} locale={locale} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function IssueButtons({ issue, locale }: { issue: IssueRow; locale: Locale }) {
  if (issue.status !== 'open' && issue.status !== 'parked') return null
  const failed = say(adminLabels.failed, locale)
  // A full export that lacks much: a question with two answers, and nothing to try again.
  if (issue.code === ABSENT) {
    return (
      <div className="kb-bar">
        <ActionButton
          action="exchange.answerAbsent"
          failed={failed}
          input={{ id: issue.id, hide: true }}
          label={say(words.confirm, locale)}
          tone="danger"
        />
        <ActionButton
          action="exchange.answerAbsent"
          failed={failed}
          input={{ id: issue.id, hide: false }}
          label={say(words.leave, locale)}
        />
      </div>
    )
  }
  return (
    <div className="kb-bar">
      {issue.kept ? (
        <ActionButton
          action="exchange.replayRow"
          done={say(words.queued, locale)}
          failed={failed}
          input={{ id: issue.id }}
          label={say(words.replay, locale)}
        />
      ) : null}
      <ActionButton
        action="exchange.closeIssue"
        failed={failed}
        input={{ id: issue.id }}
        label={say(words.close, locale)}
      />
    </div>
  )
}

/** In the reader's language where the line kept what its words are made of; else as it was said then. */
function reasonOf({ code, params, message }: IssueRow, locale: Locale): string {
  return params ? lineText({ code, params }, locale) : (message ?? code)
}
