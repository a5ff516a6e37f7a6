import { sql } from '@payloadcms/db-postgres/drizzle'
import { createLocalReq, type PayloadRequest, type ServerProps } from 'payload'
import { say } from '@/src/lib/i18n'
import { actorOf, type Actor } from '@/src/mechanisms/access/actor'
import { accessOf } from '@/src/mechanisms/access/defineAccess'
import { idIs } from '@/src/mechanisms/database/ids'
import { query } from '@/src/mechanisms/database/query'
import { questionsFor, transitionsFrom, workflowOf, type Workflow } from '@/src/mechanisms/workflow/defineWorkflow'
import { lastStep } from '@/src/mechanisms/workflow/undo'
import { adminLabels } from '../admin.labels'
import { workplaceLabels } from '../workplace/workplace.labels'
import { ActionButton } from '../lib/ActionButton'
import { panelLocale } from '../lib/panelLocale'

/** `entity` comes from the collection that names this component: Payload itself gives no more than the id. */
type Props = ServerProps & { entity: string; id?: number | string }

/** State buttons above a record: just the ways that are open from here to this person. */
export async function TransitionBar({ entity, id, i18n, payload, user }: Props) {
  const workflow = workflowOf(entity)
  if (!workflow || !id || !user) return null
  const req = await createLocalReq({ user }, payload)
  const actor = await actorOf(req)
  const row = await rowOf(req, actor, workflow, String(id))
  if (!row) return null
  const state = String(row[workflow.field])
  const locale = panelLocale(i18n.language)
  const names = transitionsFrom(workflow, state, actor.role)
  const questions = questionsFor(workflow, row, names)
  const undo = await lastStep(req, actor, workflow, { id: String(id), state })
  const declared = workflow.states[state]
  return (
    <div className="kb-bar kb-ways">
      {declared ? (
        <span className="kb-state" data-tone={declared.tone}>
          {say(declared.label, locale)}
        </span>
      ) : null}
      {names.map((name, index) => {
        const transition = workflow.transitions[name]
        if (!transition) return null
        return (
          <ActionButton
            action="workflow.transition"
            ask={transition.needs?.includes('comment') ? say(workplaceLabels.whyCancel, locale) : undefined}
            back={say(adminLabels.cancel, locale)}
            confirm={questions[name] ? say(questions[name], locale) : undefined}
            failed={say(adminLabels.failed, locale)}
            input={{ entity: workflow.entity, id, transition: name }}
            key={name}
            label={say(transition.label, locale)}
            tone={index === 0 || transition.tone === 'danger' ? transition.tone : undefined}
          />
        )
      })}
      {undo ? <ActionButton action="workflow.undo" failed={say(adminLabels.failed, locale)} input={{ entity: workflow.entity, id }} label={say(workplaceLabels.undo, locale)} /> : null}
    </div>
  )
}

/** Payload gives the place of a record, not its data. */
async function rowOf(req: PayloadRequest, actor: Actor, workflow: Workflow, id: string): Promise<Record<string, unknown> | undefined> {
  const table = sql.raw(`"${workflow.entity.replace(/-/g, '_')}"`)
  const scope = accessOf(workflow.entity).sql(actor, 'read', 'it')
  const [row] = await query<Record<string, unknown>>(req, sql`select it.* from ${table} it where ${idIs(sql`it.id`, id)} and ${scope}`)
  return row
}
