import type { PayloadRequest } from 'payload'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import { addErrorLabels, type CodesOf } from '@/src/lib/error-labels'
import { AppError } from '@/src/lib/errors'
import { staffWithClients } from '@/src/mechanisms/access/roles'
import { defineAction, PRESS_SECONDS } from '@/src/mechanisms/actions/defineAction'
import { lockRow } from '@/src/mechanisms/actions/lockRow'
import { insertRow } from '@/src/mechanisms/database/insertRows'
import { list, query } from '@/src/mechanisms/database/query'
import { recordEvent } from '@/src/mechanisms/events/recordEvent'
import { momentInput } from '@/src/mechanisms/fields/momentInput'
import { interactionLabels } from './interaction.labels'
import { stepOf } from './reminderOf'

const errorWords = addErrorLabels({
  'interaction.past': {
    ru: 'Это время уже прошло. Выберите более позднее',
    en: 'This time has passed. Please choose a later one',
  },
  'interaction.wrongAssignee': {
    ru: 'Этому сотруднику напомнить нельзя: он не работает с клиентами',
    en: 'This employee cannot be reminded: they do not work with clients',
  },
  'interaction.wrongContact': {
    ru: 'Такого контактного лица у клиента нет',
    en: 'The client has no such contact',
  },
})

declare module '@/src/lib/errors' {
  interface ErrorCodes extends CodesOf<typeof errorWords> {}
}

const text = (most: number) => z.string().trim().max(most).optional()

const input = z
  .object({
    company: z.uuid(),
    kind: z.enum(['note', 'call', 'meeting']),
    body: z.string().trim().min(1, 'input.required').max(4_000),
    /** Left out: now. */
    at: momentInput.optional(),
    contact: z.uuid().optional(),
    outcome: text(2_000),
    nextStep: text(500),
    remindAt: momentInput.optional(),
    /** Whoever writes, when nobody is named. */
    assignee: z.uuid().optional(),
  })
  .superRefine(({ remindAt, assignee }, context) => {
    if (assignee && !remindAt) context.addIssue({ code: 'custom', message: 'input.required', path: ['remindAt'] })
  })

/**
 * [MGR-01] Writes down a note for colleagues, a call or a meeting with a client; with a moment, somebody is reminded then.
 * @throws AppError `entity.notFound` 404, `interaction.past`, `interaction.wrongAssignee`, `interaction.wrongContact` 422
 */
export const addInteraction = defineAction({
  name: 'interactions.add',
  label: { ru: 'Сделана запись о клиенте', en: 'Wrote down a note about a client' },
  input,
  may: staffWithClients,
  pressSeconds: PRESS_SECONDS,
  run: async ({ req, actor, input: call }): Promise<{ id: string }> => {
    const client = await lockRow(req, actor, { entity: 'companies', id: () => call.company }, call)
    if (call.remindAt && Date.parse(call.remindAt) <= Date.now())
      throw new AppError('interaction.past', {}, { status: 422, field: 'remindAt' })
    if (call.contact) await requireContact(req, call.company, call.contact)
    if (call.assignee) await requireAssignee(req, call.assignee)
    const author = actor.collection === 'staff' ? actor.id : null
    const assignee = call.remindAt ? (call.assignee ?? author) : null
    const { company, kind, body } = call
    const id = await insertRow(req, 'interactions', {
      kind,
      body,
      companyId: company,
      contactId: call.contact ?? null,
      at: call.at ?? new Date(),
      outcome: call.outcome ?? null,
      nextStep: call.nextStep ?? null,
      remindAt: call.remindAt ?? null,
      status: call.remindAt ? 'planned' : 'kept',
      assigneeId: assignee,
      authorId: author,
    })
    await recordEvent(req, {
      type: 'interaction.added',
      entity: 'interactions',
      entityId: id,
      company,
      internal: true,
      actor,
      data: {
        kind: interactionLabels.kinds[kind],
        client: client.name,
        text: stepOf({ nextStep: call.nextStep ?? null, body }),
        author: actor.name,
        assignee,
      },
    })
    return { id }
  },
})

async function requireContact(req: PayloadRequest, company: string, contact: string): Promise<void> {
  const rows = await query(
    req,
    sql`select 1 from contacts where id = ${contact}::uuid and company_id = ${company}::uuid and removed is not true`,
  )
  if (rows.length === 0) throw new AppError('interaction.wrongContact', {}, { status: 422, field: 'contact' })
}

async function requireAssignee(req: PayloadRequest, assignee: string): Promise<void> {
  const rows = await query(
    req,
    sql`select 1 from staff where id = ${assignee}::uuid and active and role::text = any(${list(staffWithClients)})`,
  )
  if (rows.length === 0) throw new AppError('interaction.wrongAssignee', {}, { status: 422, field: 'assignee' })
}
