import { sql } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import { DEFAULT_ZONE, dayInZone } from '@/src/lib/dates'
import { addErrorLabels, type CodesOf } from '@/src/lib/error-labels'
import { AppError } from '@/src/lib/errors'
import { companiesWith } from '@/src/mechanisms/access/actor'
import { defineAction, PRESS_SECONDS } from '@/src/mechanisms/actions/defineAction'
import { insertRow } from '@/src/mechanisms/database/insertRows'
import { query } from '@/src/mechanisms/database/query'
import { recordEvent } from '@/src/mechanisms/events/recordEvent'
import { defineNumberSeries } from '@/src/mechanisms/numbers/defineNumberSeries'
import { assignNumber, reserveNumber } from '@/src/mechanisms/numbers/numbers'

const errorWords = addErrorLabels({
  'contract.prepared': {
    ru: 'Договор с этой организацией уже готовится: № {number}',
    en: 'A contract with this organisation is being prepared already: {number}',
  },
})

declare module '@/src/lib/errors' {
  interface ErrorCodes extends CodesOf<typeof errorWords> {}
}

/** Numbers of contracts that are made here; those of 1C are its own. */
export const contractNumbers = defineNumberSeries({
  name: 'contracts',
  entity: 'contracts',
  label: { ru: 'Номера договоров', en: 'Numbers of contracts' },
  prefix: 'Д-',
  width: 5,
  yearly: true,
  holdMinutes: 60,
  isTaken: async (runner, number) =>
    (await query(runner, sql`select 1 from contracts c where c.number = ${number} limit 1`)).length > 0,
})

/**
 * [CONTR-02] Prepares a contract with an organisation of the client: it gets its number at once, and can be printed and signed.
 * @throws AppError `entity.notFound` 404, `access.denied` 403, `contract.prepared` 409
 */
export const prepareContract = defineAction({
  name: 'contracts.prepare',
  label: { ru: 'Подготовлен договор', en: 'Prepared a contract' },
  input: z.object({ contractor: z.uuid(), name: z.string().trim().max(300).optional() }),
  may: ['admin', 'manager', 'head', 'client', 'partner'],
  lock: { entity: 'contractors', id: ({ contractor }) => contractor, as: 'read' },
  pressSeconds: PRESS_SECONDS,
  run: async ({ req, actor, input, row }): Promise<{ id: string; number: string }> => {
    const company = String(row.company_id)
    // What a partner reads of a sub-client is not theirs to sign.
    if (actor.collection === 'users' && !companiesWith(actor, 'contracts.read').includes(company))
      throw new AppError('access.denied', {}, { status: 403 })
    const [open] = await query<{ number: string }>(
      req,
      sql`select c.number from contracts c where c.contractor_id = ${row.id} and c.kind = 'main' and c.status in ('draft', 'signing') limit 1`,
    )
    if (open) throw new AppError('contract.prepared', { number: open.number }, { status: 409, field: 'contractor' })
    const [client] = await query<{ currency: string | null }>(
      req,
      sql`select c.currency from companies c where c.id = ${company}`,
    )
    const held = await reserveNumber(req, contractNumbers, { holder: actor })
    const id = await insertRow(req, 'contracts', {
      number: held.number,
      date: `${dayInZone(new Date(), DEFAULT_ZONE)}T00:00:00.000Z`,
      name: input.name || null,
      companyId: company,
      contractorId: row.id,
      kind: 'main',
      status: 'draft',
      currency: client?.currency ?? 'RUB',
      amount: 0,
      creditLimit: 0,
      creditDays: 0,
      debt: 0,
      overdue: 0,
    })
    await assignNumber(req, contractNumbers, { id: held.id, holder: actor, entityId: id })
    await recordEvent(req, {
      type: 'contract.added',
      entity: 'contracts',
      entityId: id,
      company,
      actor,
      data: { number: held.number },
    })
    return { id, number: held.number }
  },
})
