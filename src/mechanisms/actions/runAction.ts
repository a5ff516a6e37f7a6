import type { PayloadRequest } from 'payload'
import { sql } from '@payloadcms/db-postgres/drizzle'
import type { z } from 'zod'
import { invalidInput, issuesOf } from './invalidInput'
import { AppError } from '@/src/lib/errors'
import { actorOf, type Actor } from '../access/actor'
import { writeAudit } from '../audit/writeAudit'
import { idIs } from '../database/ids'
import { query } from '../database/query'
import { tableOf } from '../database/tableOf'
import { lockRow } from './lockRow'
import { watchRows } from './watchRows'
import { inTransaction } from '../database/transaction'
import { moduleOfEntity, moduleOfPart } from '../modules/defineModule'
import { isModuleOn } from '../modules/switches'
import { withIdempotency } from './idempotency'
import { lockedEntity, type ActionDeclaration } from './defineAction'

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
    withIdempotency(
      call.req,
      {
        action: action.name,
        actor,
        key: call.idempotencyKey,
        input,
        secret: action.secret,
        pressSeconds: typeof action.pressSeconds === 'function' ? action.pressSeconds(input) : action.pressSeconds,
        permit: () => mayHearAgain(call.req, actor, action, input),
      },
      async () => {
        const row = action.lock ? await lockRow(call.req, actor, action.lock, input) : {}
        const told = await watchRows(call.req, action, { actor, input, row })
        const output = await action.run({ req: call.req, actor, input, row })
        for (const line of await told()) await writeAudit(call.req, { action, actor, ...line })
        return output
      },
    ),
  )
}

/** An earlier answer is about a row: whoever may not read it now is told that there is none. A row that is gone with the work tells nobody anything. */
async function mayHearAgain<Schema extends z.ZodType, Output>(
  req: PayloadRequest,
  actor: Actor,
  { lock }: ActionDeclaration<Schema, Output>,
  input: z.output<Schema>,
): Promise<void> {
  if (!lock) return
  const table = sql.raw(`"${tableOf(lockedEntity(lock, input))}"`)
  const [there] = await query(req, sql`select 1 from ${table} it where ${idIs(sql`it.id`, lock.id(input))}`)
  if (there) await lockRow(req, actor, { ...lock, as: 'read' }, input)
}

/** Asked before anything else: an action of an area that is off is not there, for whomever and with whatever. */
async function requireModule(req: PayloadRequest, action: { name: string }): Promise<void> {
  const module = moduleOfPart(action) ?? moduleOfEntity(action.name.split('.')[0] ?? '')
  if (module && !(await isModuleOn(req, module))) throw new AppError('module.off', {}, { status: 404 })
}
