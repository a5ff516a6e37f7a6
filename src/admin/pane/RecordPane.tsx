import type { AdminViewServerProps } from 'payload'
import { say } from '@/src/lib/i18n'
import { companyOfRow } from '@/src/mechanisms/access/companyOfRow'
import { readPane } from '@/src/mechanisms/panel/definePane'
import { eventsAt, historyOf } from '@/src/mechanisms/records/historyOf'
import { railOf } from '@/src/mechanisms/workflow/railOf'
import { stateOf, workflowFor } from '@/src/mechanisms/workflow/defineWorkflow'
import { transitionBar } from '@/src/mechanisms/workflow/transitionBar'
import { viewContext } from '../lib/view'
import { recordRow } from '../workflow/recordRow'
import { PanelTransitionButtons } from '../workflow/PanelTransitionButtons'
import { panelTransitionWords } from '../workflow/panelTransitionWords'
import { paneLabels } from './pane.labels'
import { PaneHistory } from './PaneHistory'
import { PanelSheet } from '../lib/PanelSheet'
import { PaneFacts, PanePapers } from './PaneParts'
import { PanePictures } from './PanePictures'
import { PaneRail } from './PaneRail'
import { PaneLinks, PaneStanding } from './PaneStanding'

/** A record as it is worked with: its way and what may be done, facts, lines, papers, history and correspondence. */
export async function RecordPane(props: AdminViewServerProps & { routeSegments?: readonly string[] }) {
  const context = await viewContext(props)
  const [, entity = '', id = ''] = props.routeSegments ?? []
  if (!context) return null
  const { req, actor, locale } = context
  const row = await recordRow(req, actor, entity, id)
  const pane = row ? await readPane({ ...context, company: null }, { entity, id }, locale) : null
  if (!row || !pane) return <p className="kb-page kb-empty">{say(paneLabels.gone, locale)}</p>
  const events = await eventsAt(context, entity, id)
  const workflow = workflowFor(entity, row)
  const bar = workflow ? await transitionBar(workflow, { req, actor, row }, locale) : null

  return (
    <div className="kb-page kb-pane">
      <section className="kb-sheet">
        {workflow ? (
          <PaneRail locale={locale} steps={railOf(workflow, stateOf(workflow, row), events, locale)} />
        ) : null}
        {bar ? (
          <div className="kb-bar kb-pad kb-top">
            <span className="kb-state" data-tone={bar.state.tone}>
              {bar.state.label}
            </span>
            <PanelTransitionButtons bar={bar} words={panelTransitionWords(locale)} />
            <PaneLinks links={pane.links} locale={locale} />
          </div>
        ) : pane.state || pane.links ? (
          <PaneStanding links={pane.links} locale={locale} state={pane.state} />
        ) : null}
        <PaneFacts facts={pane.facts} locale={locale} />
      </section>
      {pane.pictures ? <PanePictures locale={locale} pictures={pane.pictures} /> : null}
      {(pane.tables ?? []).map(({ key, ...table }) => (
        <PanelSheet id={key} key={key} {...table} locale={locale} />
      ))}
      <PanePapers locale={locale} papers={pane.papers ?? []} />
      <PaneHistory
        company={companyOfRow(entity, row)}
        entity={entity}
        id={id}
        items={await historyOf(context, { entity, id, events })}
        locale={locale}
      />
    </div>
  )
}
