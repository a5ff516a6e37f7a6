import type { ServerProps } from 'payload'
import { say } from '@/src/lib/i18n'
import { actorOf } from '@/src/mechanisms/access/actor'
import { transitionsFrom, workflowOf } from '@/src/mechanisms/workflow/defineWorkflow'
import { adminLabels } from '../admin.labels'
import { ActionButton } from '../lib/ActionButton'
import { panelLocale } from '../lib/panelLocale'

type Props = ServerProps & { collectionSlug?: string; id?: string; data?: Record<string, unknown> }

/** State buttons above a record: just the ways that are open from here to this person. */
export async function TransitionBar(props: Props) {
  const { i18n, payload, user } = props
  const entity = props.collectionSlug
  const workflow = entity ? workflowOf(entity) : undefined
  const state = workflow ? props.data?.[workflow.field] : undefined
  if (!workflow || !props.id || typeof state !== 'string' || !user) return null
  const locale = panelLocale(i18n.language)
  const { createLocalReq } = await import('payload')
  const actor = await actorOf(await createLocalReq({ user }, payload))
  const declared = workflow.states[state]
  return (
    <div className="kb-bar">
      {declared ? (
        <span className="kb-state" data-tone={declared.tone}>
          {say(declared.label, locale)}
        </span>
      ) : null}
      {transitionsFrom(workflow, state, actor.role).map((name) => {
        const transition = workflow.transitions[name]
        if (!transition) return null
        return (
          <ActionButton
            action="workflow.transition"
            ask={transition.needs?.includes('comment') ? say(adminLabels.workplace.whyCancel, locale) : undefined}
            back={say(adminLabels.cancel, locale)}
            failed={say(adminLabels.failed, locale)}
            input={{ entity: workflow.entity, id: props.id, transition: name }}
            key={name}
            label={say(transition.label, locale)}
            tone={transition.tone}
          />
        )
      })}
    </div>
  )
}
