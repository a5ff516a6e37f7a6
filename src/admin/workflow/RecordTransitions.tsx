import { createLocalReq, type ServerProps } from 'payload'
import { actorOf } from '@/src/mechanisms/access/actor'
import { workflowFor } from '@/src/mechanisms/workflow/defineWorkflow'
import { transitionBar } from '@/src/mechanisms/workflow/transitionBar'
import { panelLocale } from '../lib/panelLocale'
import { PanelTransitionButtons } from './PanelTransitionButtons'
import { panelTransitionWords } from './panelTransitionWords'
import { recordRow } from './recordRow'

/** `entity` comes from the collection that names this component: Payload itself gives no more than the id. */
type Props = ServerProps & { entity: string; id?: number | string }

/** Where a record stands, and just the ways that are open from there to this person, above its fields. */
export async function RecordTransitions({ entity, id, i18n, payload, user }: Props) {
  if (!id || !user) return null
  const req = await createLocalReq({ user }, payload)
  const actor = await actorOf(req)
  const row = await recordRow(req, actor, entity, String(id))
  const workflow = row && workflowFor(entity, row)
  if (!workflow) return null
  const locale = panelLocale(i18n.language)
  const bar = await transitionBar(workflow, { req, actor, row }, locale)
  return (
    <div className="kb-bar kb-ways">
      <span className="kb-state" data-tone={bar.state.tone}>
        {bar.state.label}
      </span>
      <PanelTransitionButtons bar={bar} words={panelTransitionWords(locale)} />
    </div>
  )
}
