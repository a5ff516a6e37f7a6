import type { PayloadRequest } from 'payload'
import { sql } from '@payloadcms/db-postgres/drizzle'
import type { z } from 'zod'
import { invalidInput, issuesOf } from './invalidInput'
import { AppError } from '@/src/lib/errors'
import { actorOf, type Actor } from '../access/actor'
import { changesBetween, kept, type Changes } from '../audit/changes'
import { writeAudit } from '../audit/writeAudit'
import { idIs } from '../database/ids'
import { query } from '../database/query'
import { lockRow } from './lockRow'
import { schemaCode } from './schemaCode'
import { inTransaction } from '../database/transaction'
import { moduleOfEntity, moduleOfPart } from '../modules/defineModule'
import { isModuleOn } from '../modules/switches'
import { remember } from './idempotency'
import type { ActionDeclaration } from './defineAction'

export type ActionCall<Schema extends z.ZodType> = {
  req: PayloadRequest
  input: z.input<Schema>
  /** Same key and body give the same answer without doing it again; another body is refused. */
  idempotencyKey?: string
  /** The acting side when it is not the signed-in person: an ERP node or the portal itself. */
  as?: Actor
}

/**
 * Runs an action in one transaction.
 * @throws AppError `input.invalid` 422, `access.denied` 403, `entity.notFound` 404,
 *   `idempotency.mismatch` 422, `module.off` 404, and whatever the action itself throws.
 */
export async function runAction<Schema extends z.ZodType, Output>(
  action: ActionDeclaration<Schema, Output>,
  call: ActionCall<Schema>,
): Promise<Output> {
  await requireModule(call.req, action)
  const parsed = action.input.safeParse(call.input)
  if (!parsed.success) throw invalidInput(issuesOf(parsed.error))
  const input = parsed.data
  const actor = call.as ?? (await actorOf(call.req))
  if (!action.may.includes(actor.role) && actor.role !== 'system') {
    throw new AppError('access.denied', {}, { status: actor.role === 'anonymous' ? 401 : 403 })
  }
  return inTransaction(call.req, () =>
    remember(call.req, { action: action.name, actor, key: call.idempotencyKey, input }, async () => {
      const row = action.lock ? await lockRow(call.req, actor, action.lock, input) : {}
      const output = await action.run({ req: call.req, actor, input, row })
      await writeAudit(call.req, { action: action.name, actor, ...about(action, input), changes: { input: kept(input), fields: await moved(call.req, action, input, row) } })
      return output
    }),
  )
}

/** What the line is about: the locked row, else the collection that the action is named after and the row it names. */
function about<Schema extends z.ZodType, Output>(action: ActionDeclaration<Schema, Output>, input: z.output<Schema>): { entity?: string; entityId?: string } {
  if (action.lock) return { entity: action.lock.entity, entityId: action.lock.id(input) }
  const id = input && typeof input === 'object' && 'id' in input && typeof input.id === 'string' ? input.id : undefined
  return { entity: action.name.split('.')[0], ...(id ? { entityId: id } : {}) }
}

/** How the locked row differs from what it was. */
async function moved<Schema extends z.ZodType, Output>(
  req: PayloadRequest,
  { lock }: ActionDeclaration<Schema, Output>,
  input: z.output<Schema>,
  before: Record<string, unknown>,
): Promise<Changes['fields']> {
  if (!lock) return {}
  const table = sql.raw(`"${lock.entity.replace(/-/g, '_')}"`)
  const [after] = await query<Record<string, unknown>>(req, sql`select it.* from ${table} it where ${idIs(sql`it.id`, lock.id(input))}`)
  return after ? changesBetween(before, after) : { removed: { before: kept(before.name ?? before.number ?? before.id), after: null } }
}

/** Asked before anything else: an action of an area that is off is not there, for whomever and with whatever. */
async function requireModule(req: PayloadRequest, action: { name: string }): Promise<void> {
  const module = moduleOfPart(action) ?? moduleOfEntity(action.name.split('.')[0] ?? '')
  if (module && !(await isModuleOn(req, module))) throw new AppError('module.off', {}, { status: 404 })
}
