import Link from 'next/link'
import type { AdminViewServerProps } from 'payload'
import { say, type Locale } from '@/src/lib/i18n'
import { exchangeLabels } from './exchange.labels'
import { Denied } from '../lib/Denied'
import { Frame } from '../lib/Frame'
import { LiveRefresh } from '../lib/LiveRefresh'
import { param, viewContext } from '../lib/view'
import { IssuesTable } from './IssuesTable'
import { listIssues, listRuns, runWithDetails, type IssueRow, type RunRow } from './journal.queries'
import { RunDetail } from './RunDetail'
import { RunsTable } from './RunsTable'

const words = exchangeLabels

/** The exchange journal: runs, what stands open, and one run in detail. */
export async function ExchangeView(props: AdminViewServerProps) {
  const context = await viewContext(props, ['admin'], 'exchange')
  if (!context) return <Denied view={props} />
  const { req, locale } = context
  const id = param(props, 'run')
  const detail = id ? await runWithDetails(req, id) : null
  const bad = param(props, 'state') === 'bad'
  return (
    <Frame view={props}>
      <LiveRefresh />
      {detail ? <RunDetail {...detail} locale={locale} /> : <Journal bad={bad} issues={await listIssues(req)} locale={locale} runs={await listRuns(req, { bad })} />}
    </Frame>
  )
}

function Journal({ runs, issues, bad, locale }: { runs: RunRow[]; issues: IssueRow[]; bad: boolean; locale: Locale }) {
  const tabs = [
    { href: '/admin/exchange', label: words.all, here: !bad },
    { href: '/admin/exchange?state=bad', label: words.lastDay, here: bad },
  ]
  return (
    <>
      <div className="kb-head">
        <h1>{say(words.title, locale)}</h1>
        <div className="kb-acts">
          <Link className="kb-btn" href="/admin/collections/exchange-nodes" prefetch={false}>
            {say(words.nodes, locale)}
          </Link>
        </div>
      </div>
      {issues.length > 0 ? (
        <section className="kb-sheet">
          <header>
            <h2>{say(words.issues, locale)}</h2>
            <span className="kb-muted kb-small">{issues.length}</span>
          </header>
          <IssuesTable issues={issues} locale={locale} />
        </section>
      ) : null}
      <section className="kb-sheet">
        <nav aria-label={say(words.runs, locale)} className="kb-tabs">
          {tabs.map(({ href, label, here }) => (
            <Link aria-current={here ? 'page' : undefined} href={href} key={href} prefetch={false}>
              {say(label, locale)}
            </Link>
          ))}
        </nav>
        {runs.length === 0 ? <p className="kb-empty">{say(bad ? words.noBad : words.empty, locale)}</p> : <RunsTable locale={locale} runs={runs} />}
      </section>
    </>
  )
}
