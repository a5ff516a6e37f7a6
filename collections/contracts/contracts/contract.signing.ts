import { sql } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import { addErrorLabels, type CodesOf } from '@/src/lib/error-labels'
import { AppError } from '@/src/lib/errors'
import { defineAction, PRESS_SECONDS } from '@/src/mechanisms/actions/defineAction'
import { writeComment } from '@/src/mechanisms/comments/writeComment'
import { execute } from '@/src/mechanisms/database/query'
import { recordEvent } from '@/src/mechanisms/events/recordEvent'
import { customers } from '@/src/mechanisms/access/roles'

const errorWords = addErrorLabels({
  'contract.notSigning': { ru: 'Этот договор сейчас не подписывают', en: 'This contract is not being signed now' },
  'contract.copyNeeded': { ru: 'Приложите скан или фото подписанного договора', en: 'Attach a scan or a photo of the signed contract' },
})

declare module '@/src/lib/errors' {
  interface ErrorCodes extends CodesOf<typeof errorWords> {}
}

/**
 * The client sends the signed copy of a contract: it stands in the correspondence, the manager is told by that, and
 * the contract waits for the company.
 * @throws AppError `contract.notSigning` 409, `contract.copyNeeded` 422, `comment.filesUnknown` 404, `entity.notFound` 404
 */
export const sendSignedCopy = defineAction({
  name: 'contracts.sendSigned',
  label: { ru: 'Прислан подписанный договор', en: 'Sent a signed contract' },
  input: z.object({ contract: z.uuid(), files: z.array(z.uuid()).max(20), note: z.string().trim().max(2_000).default('') }),
  may: customers,
  pressSeconds: PRESS_SECONDS,
  lock: { entity: 'contracts', id: ({ contract }) => contract },
  run: async ({ req, actor, input: { contract, files, note }, row }): Promise<{ comment: string }> => {
    if (row.status !== 'signing') throw new AppError('contract.notSigning', {}, { status: 409 })
    if (files.length === 0) throw new AppError('contract.copyNeeded', {}, { status: 422, field: 'files' })
    const number = row.number
    const company = row.company_id
    const comment = await writeComment(req, actor, { entity: 'contracts', entityId: contract, number, company, body: note, files })
    await execute(req, sql`update contracts set signed_sent_at = now(), updated_at = now() where id = ${contract}`)
    await recordEvent(req, { type: 'contract.signedSent', entity: 'contracts', entityId: contract, company, actor, data: { number, files: files.length } })
    return { comment }
  },
})
