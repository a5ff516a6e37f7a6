import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { DEFAULT_ZONE, dayInZone } from '@/src/lib/dates'
import { AppError } from '@/src/lib/errors'
import type { Actor } from '../access/actor'
import { defineAuditAction } from '../audit/defineAuditAction'
import { writeAudit } from '../audit/writeAudit'
import { isUuid } from '../database/ids'
import { query } from '../database/query'
import { inTransaction } from '../database/transaction'
import type { NumberSeries } from './defineNumberSeries'
import './number.errors'
import { countOf, numberText } from './number.rules'

/** A number that is held for somebody until a moment. */
export type Reservation = { id: string; number: string; holder: string; until: string }

export const numberReleased = defineAuditAction({
  name: 'number.released',
  label: { ru: 'Освобождён номер', en: 'Released a number' },
})

/** Of which person: those of different collections may share an id. */
const holderOf = ({ collection, id, role }: Actor): string => (collection && id ? `${collection}:${id}` : role)

/**
 * Takes the next number of a series for somebody, before there is a record. It is given to nobody else ever, used or
 * not. Two at once wait for one another: the count is a row that a transaction holds until it ends.
 */
export function reserveNumber(
  req: PayloadRequest,
  series: NumberSeries,
  { holder, minutes = series.holdMinutes, now = new Date() }: { holder: Actor; minutes?: number; now?: Date },
): Promise<Reservation> {
  const year = Number(dayInZone(now, DEFAULT_ZONE).slice(0, 4))
  const count = countOf(series, year)
  const until = new Date(now.getTime() + minutes * 60_000).toISOString()
  return inTransaction(req, async () => {
    for (;;) {
      const [next] = await query<{ value: number }>(
        req,
        sql`insert into number_series (series, year, last) values (${series.name}, ${count}, 1)
            on conflict (series, year) do update set last = number_series.last + 1 returning last::float8 as value`,
      )
      const value = next?.value ?? 0
      const number = numberText(series, value, year)
      if (await series.isTaken?.(req, number)) continue
      const [held] = await query<{ id: string }>(
        req,
        sql`insert into number_reservations (series, year, value, number, holder, holder_name, until)
            values (${series.name}, ${count}, ${value}, ${number}, ${holderOf(holder)}, ${holder.name}, ${until})
            on conflict (series, number) do nothing returning id::text`,
      )
      // What a series gave before it was declared otherwise is not given again.
      if (held) return { ...held, number, holder: holderOf(holder), until }
    }
  })
}

/**
 * Gives a held number to the record it was taken for.
 * @throws AppError `number.notHeld` 409 when it is not held for this person, or no longer
 */
export async function assignNumber(
  req: PayloadRequest,
  series: NumberSeries,
  { id, holder, entityId }: { id: string; holder: Actor; entityId: string },
): Promise<string> {
  const [used] = isUuid(id)
    ? await query<{ number: string }>(
        req,
        sql`update number_reservations set state = 'used', entity = ${series.entity}, entity_id = ${entityId}, closed_at = now(), closed_by = ${holder.name}
            where id = ${id} and series = ${series.name} and holder = ${holderOf(holder)} and state = 'held' and until > now() returning number`,
      )
    : []
  if (!used) throw new AppError('number.notHeld', {}, { status: 409 })
  return used.number
}

/**
 * Lets a held number go that is not needed: it stays unused, with who let it go, when and why, in its row and in the audit.
 * @throws AppError `number.notHeld` 409
 */
export async function releaseNumber(
  req: PayloadRequest,
  series: NumberSeries,
  { id, holder, reason }: { id: string; holder: Actor; reason: string },
): Promise<string> {
  return inTransaction(req, async () => {
    const [freed] = isUuid(id)
      ? await query<{ number: string }>(
          req,
          sql`update number_reservations set state = 'released', closed_at = now(), closed_by = ${holder.name}, reason = ${reason.slice(0, 500)}
              where id = ${id} and series = ${series.name} and holder = ${holderOf(holder)} and state = 'held' returning number`,
        )
      : []
    if (!freed) throw new AppError('number.notHeld', {}, { status: 409 })
    await writeAudit(req, {
      action: numberReleased,
      actor: holder,
      entity: series.entity,
      note: `${freed.number}: ${reason.slice(0, 300)}`,
    })
    return freed.number
  })
}
