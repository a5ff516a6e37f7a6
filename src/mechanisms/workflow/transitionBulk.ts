import { sql } from '@payloadcms/db-postgres/drizzle'
import { AppError } from '@/src/lib/errors'
import { say, type Text } from '@/src/lib/i18n'
import { accessOf } from '../access/defineAccess'
import type { QueryContext } from '../access/context'
import type { Role } from '../access/roles'
import { isUuid } from '../database/ids'
import { list, query } from '../database/query'
import { tableOf } from '../database/tableOf'
import { defineBulk, type BulkDeclaration, type BulkField } from '../lists/defineBulk'
import { questionOf, stateOf, type Transition, type Workflow } from './defineWorkflow'
import { transitionAction } from './transition'

type Of = Pick<BulkDeclaration, 'list' | 'order' | 'most' | 'done'> & { roles: readonly Role[] }

/**
 * Moves the chosen rows of a list along their workflow: the person says which way, and gives the comment that it asks
 * for. A way that wants files, fields or a signature is gone at the record; so is one that something unusual is asked before.
 */
export const transitionBulk = (workflow: Workflow, of: Of): BulkDeclaration =>
  defineBulk({
    ...of,
    key: 'state',
    label: { ru: 'Состояние', en: 'State' },
    icon: 'state',
    main: true,
    action: transitionAction,
    asks: ({ actor }) => fieldsOf(waysOf(workflow, actor.role)),
    input: (id, { transition, comment }) => ({
      entity: workflow.entity,
      id,
      transition: String(transition),
      ...(comment ? { comment: String(comment) } : {}),
    }),
    holds: async (context, ids, { transition }) => {
      const way = workflow.transitions[String(transition)]
      return way ? questionsOf(context, workflow, { way, ids }) : new Map<string, AppError>()
    },
  })

type Way = [name: string, transition: Transition]

/** Ways that are this role's, and that nothing but a comment is wanted for. */
const waysOf = ({ transitions }: Workflow, role: Role): Way[] =>
  Object.entries(transitions).filter(
    ([, { by, needs }]) => by.includes(role) && !needs?.files && !needs?.fields && !needs?.signature,
  )

function fieldsOf(ways: readonly Way[]): BulkField[] {
  const choices = ways.map(([id, { label }]) => ({ id, name: label }))
  return [
    { name: 'transition', label: { ru: 'Что сделать', en: 'What to do' }, type: 'choice', required: true, choices },
    ...ways.flatMap(([name, { needs }]): BulkField[] =>
      needs?.comment
        ? [
            {
              name: 'comment',
              label: needs.comment.label,
              type: 'long',
              required: !needs.comment.optional,
              only: { of: 'transition', values: [name] },
            },
          ]
        : [],
    ),
  ]
}

/** Rows that something is asked of before they go this way. */
async function questionsOf(
  { req, actor }: QueryContext,
  workflow: Workflow,
  { way, ids }: { way: Transition; ids: readonly string[] },
): Promise<ReadonlyMap<string, AppError>> {
  if (!way.question) return new Map()
  const rows = await query<Record<string, unknown>>(
    req,
    sql`select it.* from ${sql.raw(`"${tableOf(workflow.entity)}"`)} it
        where it.id = any(${list(ids.filter(isUuid), 'uuid')}) and ${accessOf(workflow.entity).sql(actor, 'read', 'it')}`,
  )
  return new Map(
    rows.flatMap((row) => {
      const asked = way.from.includes(stateOf(workflow, row)) ? questionOf(way, row) : null
      return asked ? [[String(row.id), asksFirst(asked.text, row)] as const] : []
    }),
  )
}

function asksFirst(text: Text, row: Record<string, unknown>): AppError {
  const params = { number: String(row.number ?? '') }
  const question = { ru: say(text, 'ru', params), en: say(text, 'en', params) }
  return new AppError('workflow.asksFirst', { question }, { status: 409 })
}
