import Link from 'next/link'
import type { AdminViewServerProps } from 'payload'
import { exchangeWorkplace } from '@/collections/exchange/exchange-runs/exchange-run.workplace'
import { say, type Locale } from '@/src/lib/i18n'
import { listRefusals, type Refusal } from '@/src/mechanisms/exchange/refusals'
import { exchangeLabels, nodeLabels } from './exchange.labels'
import { HeadActs } from '../lib/HeadActs'
import { Denied } from '../lib/Denied'
import { Frame } from '../lib/Frame'
import { LiveRefresh } from '../lib/LiveRefresh'
import { param, viewContext } from '../lib/view'
import { ExchangeAddress } from './ExchangeAddress'
import { IssuesTable } from './IssuesTable'
import {
  journalChoices,
  listIssues,
  listRuns,
  runWithDetails,
  type IssueRow,
  type JournalAsk,
  type RunRow,
} from './journal.queries'
import { JournalFilter } from './JournalFilter'
import { exchangeAddress } from './NodeAddress'
import { Refusals } from './Refusals'
import { RunDetail } from './RunDetail'
import { RunsTable } from './RunsTable'

const words = exchangeLabels

/** The exchange journal: runs, what stands open, and one run in detail. */
export async function ExchangeView(props: AdminViewServerProps) {
  const context = await viewContext(props, exchangeWorkplace)
  if (!context) return <Denied view={props} />
  const { req, locale } = context
  const id = param(props, 'run')
  const detail = id ? await runWithDetails(req, id) : null
  const bad = param(props, 'state') === 'bad'
  const ask: JournalAsk = Object.fromEntries(
    (['node', 'kind', 'day'] as const).flatMap((name) =>
      param(props, name) ? [[name, param(props, name)?.slice(0, 60)]] : [],
    ),
  )
  return (
    <Frame view={props}>
      <LiveRefresh />
      {detail ? (
        <RunDetail {...detail} locale={locale} />
      ) : (
        <Journal
          ask={ask}
          bad={bad}
          choices={await journalChoices(req)}
          issues={await listIssues(req, ask)}
          locale={locale}
          refusals={await listRefusals(req)}
          runs={await listRuns(req, { bad, ...ask })}
        />
      )}
    </Frame>
  )
}

type Shown = {
  runs: RunRow[]
  issues: IssueRow[]
  refusals: Refusal[]
  choices: Awaited<ReturnType<typeof journalChoices>>
  ask: JournalAsk
  bad: boolean
  locale: Locale
}

function Journal({ runs, issues, refusals, choices, ask, bad, locale }: Shown) {
  const kept = new URLSearchParams(ask)
  const address = (state?: string): string => {
    const asked = new URLSearchParams(kept)
    if (state) asked.set('state', state)
    return asked.size > 0 ? `/admin/exchange?${asked}` : '/admin/exchange'
  }
  const tabs = [
    { href: address(), label: words.all, here: !bad },
    { href: address('bad'), label: words.lastDay, here: bad },
  ]
  return (
    <>
      <div className="kb-head">
        <h1>{say(exchangeWorkplace.label, locale)}</h1>
        <HeadActs>
          <Link className="kb-btn" href="/admin/collections/exchange-nodes" prefetch={false}>
            {say(words.nodes, locale)}
          </Link>
        </HeadActs>
      </div>
      <div className="kb-address">
        <span className="kb-muted kb-small">{say(nodeLabels.address, locale)}</span>
        <ExchangeAddress address={exchangeAddress()} locale={locale} />
      </div>
      <section className="kb-sheet">
        <JournalFilter ask={ask} bad={bad} choices={choices} locale={locale} />
        {issues.length > 0 ? (
          <>
            <header>
              <h2>{say(words.issues, locale)}</h2>
              <span className="kb-muted kb-small">{issues.length}</span>
            </header>
            <IssuesTable issues={issues} locale={locale} runs />
          </>
        ) : (
          <p className="kb-empty">{say(words.noIssues, locale)}</p>
        )}
      </section>
      <Refusals locale={locale} refusals={refusals} />
      <section className="kb-sheet">
        <nav aria-label={say(words.runs, locale)} className="kb-tabs">
          {tabs.map(({ href, label, here }) => (
            <Link aria-current={here ? 'page' : undefined} href={href} key={href} prefetch={false}>
              {say(label, locale)}
            </Link>
          ))}
        </nav>
        {runs.length === 0 ? (
          <p className="kb-empty">
            {say(kept.size > 0 ? words.nothingFound : bad ? words.noBad : words.empty, locale)}
          </p>
        ) : (
          <RunsTable locale={locale} runs={runs} />
        )}
      </section>
    </>
  )
}
