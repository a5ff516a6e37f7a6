import { sql } from '@payloadcms/db-postgres/drizzle'
import { system } from '../access/actor'
import { writeAudit } from '../audit/writeAudit'
import { query } from '../database/query'
import { inTransaction } from '../database/transaction'
import { defineJob } from '../jobs/defineJob'
import { declaredNumberSeries } from './defineNumberSeries'
import { numberReleased } from './numbers'

/** Every five minutes: numbers held longer than was promised are let go. They are not given again. */
export const lapseNumbersJob = defineJob<Record<string, never>>({
  name: 'numbers.lapse',
  label: { ru: 'Освободить номера с истёкшей бронью', en: 'Release numbers whose reservation is over' },
  lane: 'default',
  schedule: '*/5 * * * *',
  handler: (_data, { req }) =>
    inTransaction(req, async () => {
      const lapsed = await query<{ series: string; number: string; holder: string | null }>(
        req,
        sql`update number_reservations set state = 'lapsed', closed_at = now(), closed_by = ${system.name}, reason = 'until'
            where state = 'held' and until <= now() returning series, number, holder_name as holder`,
      )
      const entities = new Map(declaredNumberSeries().map(({ name, entity }) => [name, entity]))
      for (const { series, number, holder } of lapsed) {
        const entity = entities.get(series)
        await writeAudit(req, {
          action: numberReleased,
          actor: system,
          note: holder ? `${number} (${holder})` : number,
          ...(entity ? { entity } : {}),
        })
      }
    }),
})
