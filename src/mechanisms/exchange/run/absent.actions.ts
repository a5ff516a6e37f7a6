import { sql } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import { AppError } from '@/src/lib/errors'
import { defineAction } from '../../actions/defineAction'
import { idIs } from '../../database/ids'
import { execute, query } from '../../database/query'
import { closeIssues } from '../journal/closing'
import { settleAnswered } from '../journal/runs'
import { countMissing, declaredAbsence, HELD, hideAbsent, missingWords } from './absent'

/**
 * The answer to a full export that lacks more than a tenth: hide what it lacks, or leave it. What was sent again since
 * is no longer among it. @throws AppError `exchange.absentOver` 409
 */
export const answerAbsentAction = defineAction({
  name: 'exchange.answerAbsent',
  label: { ru: 'Ответ, скрыть ли отсутствующее в выгрузке', en: 'Answered whether to hide what a full export lacks' },
  input: z.object({ id: z.uuid(), hide: z.boolean() }),
  may: ['admin'],
  run: async ({ req, input: { id, hide } }): Promise<{ hidden: number }> => {
    const [asked] = await query<{ run: string; node: string; areas: string[] }>(
      req,
      sql`select r.id::text as run, n.name as node, array(select e.value::text from exchange_nodes_entities e where e.parent_id = n.id) as areas
          from exchange_issues i join exchange_runs r on r.id = i.run_id join exchange_nodes n on n.id = r.node_id
          where ${idIs(sql`i.id`, id)} and i.code = ${HELD} and i.status = 'open' for update of i`,
    )
    const [absence] = declaredAbsence(asked?.areas ?? [])
    if (!asked || !absence) throw new AppError('exchange.absentOver', {}, { status: 409 })
    const what = missingWords(await countMissing(req, asked.run, asked.node, absence.tables))
    const hidden = hide && what ? await hideAbsent(req, asked.run, absence, what) : 0
    await execute(req, sql`delete from exchange_absent where ${idIs(sql`run_id`, asked.run)}`)
    await closeIssues(req, [id], 'resolved')
    await settleAnswered(req, asked.run)
    return { hidden }
  },
})
