import { randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import { addErrorLabels, type CodesOf } from '@/src/lib/error-labels'
import { AppError } from '@/src/lib/errors'
import { accessOf } from '@/src/mechanisms/access/defineAccess'
import { defineAction, PRESS_SECONDS } from '@/src/mechanisms/actions/defineAction'
import { execute, list, query } from '@/src/mechanisms/database/query'
import { recordEvent } from '@/src/mechanisms/events/recordEvent'
import { enqueue } from '@/src/mechanisms/jobs/enqueue'
import { customers, staffWithClients } from '@/src/mechanisms/access/roles'
import { addressees, copiesJob } from './document.copies'

const errorWords = addErrorLabels({
  'documents.tooMany': { ru: 'За один раз можно скачать не больше {most, plural, one {# документа} other {# документов}}. Отметьте меньше', en: 'At most {most, plural, one {# document} other {# documents}} can be downloaded at once. Please choose fewer' },
  'document.nothingToSend': { ru: 'Ни у одного из выбранных документов нет файла', en: 'None of the chosen documents has a file' },
})

declare module '@/src/lib/errors' {
  interface ErrorCodes extends CodesOf<typeof errorWords> {}
}

/** Marks that the client has opened a document; the first time counts. */
export const markDocumentSeen = defineAction({
  name: 'documents.markSeen',
  label: { ru: 'Открыт документ', en: 'Opened a document' },
  input: z.object({ document: z.uuid() }),
  may: customers,
  lock: { entity: 'documents', id: ({ document }) => document },
  run: async ({ req, input, row }): Promise<{ first: boolean }> => {
    if (row.seen_at) return { first: false }
    await execute(req, sql`update documents set seen_at = now(), updated_at = now() where id = ${input.document}`)
    return { first: true }
  },
})

export type CopyResult = { document: string; number: string; sent: number; reason: 'noFile' | 'noAddress' | null }
type Row = { id: string; number: string; company: string; hasFile: boolean }

/**
 * Sends copies of documents by mail to each client's people who see documents (or, when there are none,
 * to the company's address): one letter a person and company, through the queue. Answers row by row.
 * @throws AppError `document.nothingToSend` 409, `entity.notFound` 404
 */
export const sendDocumentCopies = defineAction({
  name: 'documents.sendCopies',
  label: { ru: 'Отправлены копии документов', en: 'Sent copies of documents' },
  input: z.object({ documents: z.array(z.uuid()).min(1).max(200) }),
  may: staffWithClients,
  pressSeconds: PRESS_SECONDS,
  run: async ({ req, actor, input }): Promise<{ rows: CopyResult[]; letters: number }> => {
    const rows = await query<Row>(
      req,
      sql`select d.id::text, d.number, d.company_id::text as company, f.id is not null as "hasFile"
          from documents d left join document_files f on f.id = d.file_id and not coalesce(f.internal, false)
          where d.id = any(${list(input.documents, 'uuid')}) and ${accessOf('documents').sql(actor, 'read', 'd')} order by d.date, d.id`,
    )
    if (rows.length !== new Set(input.documents).size) throw new AppError('entity.notFound', {}, { status: 404 })
    if (!rows.some(({ hasFile }) => hasFile)) throw new AppError('document.nothingToSend', {}, { status: 409 })
    const results: CopyResult[] = []
    let letters = 0
    for (const [company, mine] of byCompany(rows)) {
      const people = await addressees(req, company)
      const sent = mine.filter(({ hasFile }) => hasFile)
      if (sent.length > 0) {
        for (const { email, locale } of people) {
          await enqueue(req, copiesJob, { documents: sent.map(({ id }) => id), company, to: email, locale, letter: randomUUID() })
          letters += 1
        }
      }
      for (const { id, number, hasFile } of mine) {
        results.push({ document: id, number, sent: hasFile ? people.length : 0, reason: !hasFile ? 'noFile' : people.length === 0 ? 'noAddress' : null })
        if (hasFile && people.length > 0) {
          await recordEvent(req, { type: 'document.copiesSent', entity: 'documents', entityId: id, company, internal: true, data: { number, to: people.map(({ email }) => email) } })
        }
      }
    }
    return { rows: results, letters }
  },
})

function byCompany(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) groups.set(row.company, [...(groups.get(row.company) ?? []), row])
  return groups
}
