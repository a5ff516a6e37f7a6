import { randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { addErrorLabels, type CodesOf } from '@/src/lib/error-labels'
import { AppError } from '@/src/lib/errors'
import type { Actor } from '@/src/mechanisms/access/actor'
import { accessOf } from '@/src/mechanisms/access/defineAccess'
import { defineAction, PRESS_SECONDS } from '@/src/mechanisms/actions/defineAction'
import { execute, list, query } from '@/src/mechanisms/database/query'
import { recordEvent } from '@/src/mechanisms/events/recordEvent'
import { enqueue } from '@/src/mechanisms/jobs/enqueue'
import { admitRecipient } from '@/src/mechanisms/sessions/strangers'
import { customers, staffWithClients } from '@/src/mechanisms/access/roles'
import { addressBook } from './addressBook'
import { copiesJob } from './document.jobs'

const errorWords = addErrorLabels({
  'documents.tooMany': {
    ru: 'За один раз можно скачать не больше {most, plural, one {# документа} other {# документов}}. Отметьте меньше',
    en: 'At most {most, plural, one {# document} other {# documents}} can be downloaded at once. Please choose fewer',
  },
  'document.noFile': { ru: 'У документа нет файла', en: 'The document has no file' },
  'document.nothingToSend': {
    ru: 'Ни у одного из выбранных документов нет файла',
    en: 'None of the chosen documents has a file',
  },
  'document.oneClient': {
    ru: 'Адреса выбирают для документов одного клиента. Здесь документы разных клиентов: каждому они уйдут на свои адреса',
    en: 'Addresses are chosen for documents of one client. These are of several: each gets them at its own addresses',
  },
  'document.noAddress': { ru: 'Выберите или впишите адрес почты', en: 'Choose or type an e-mail address' },
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

/** What became of a document: `to` are the addresses that its copy leaves for. */
export type CopyResult = {
  document: string
  number: string
  client: string
  to: readonly string[]
  sent: number
  reason: 'noFile' | 'noAddress' | null
}
type Row = { id: string; number: string; company: string; client: string; hasFile: boolean }
const MAX_ADDRESSES = 20

/**
 * [MGR-06] Sends copies of documents by mail, through the queue: one letter an address and company. Each client's go to
 * its people who see documents (where there are none, to its own address), those of one client also to whom the
 * employee chooses or types. Answers row by row; each document and each client remember it.
 * @throws AppError `document.nothingToSend` 409, `document.oneClient` 422, `entity.notFound` 404, `rate.limited` 429
 */
export const sendDocumentCopies = defineAction({
  name: 'documents.sendCopies',
  label: { ru: 'Отправлены копии документов', en: 'Sent copies of documents' },
  input: z.object({
    documents: z.array(z.uuid()).min(1).max(200),
    /** Chosen addresses; left out, those by default. */
    to: z
      .array(z.string().trim().toLowerCase().max(254).pipe(z.email('email.wrong')))
      .min(1, 'document.noAddress')
      .max(MAX_ADDRESSES)
      .optional(),
  }),
  may: staffWithClients,
  pressSeconds: PRESS_SECONDS,
  run: async ({ req, actor, input }): Promise<{ rows: CopyResult[]; letters: number }> => {
    const rows = await query<Row>(
      req,
      sql`select d.id::text, d.number, d.company_id::text as company, c.name as client, f.id is not null as "hasFile"
          from documents d join companies c on c.id = d.company_id left join document_files f on f.id = d.file_id and not coalesce(f.internal, false)
          where d.id = any(${list(input.documents, 'uuid')}) and ${accessOf('documents').sql(actor, 'read', 'd')} order by d.date, d.id`,
    )
    if (rows.length !== new Set(input.documents).size) throw new AppError('entity.notFound', {}, { status: 404 })
    const groups = byCompany(rows)
    if (input.to && groups.size > 1) throw new AppError('document.oneClient', {}, { status: 422, field: 'to' })
    if (!rows.some(({ hasFile }) => hasFile)) throw new AppError('document.nothingToSend', {}, { status: 409 })
    const results: CopyResult[] = []
    let letters = 0
    for (const [company, mine] of groups) {
      const people = await recipientsOf(req, company, input.to)
      const to = people.map(({ email }) => email)
      const sent = mine.filter(({ hasFile }) => hasFile)
      if (sent.length > 0) {
        for (const { email, locale, typed } of people)
          await enqueue(req, copiesJob, {
            documents: sent.map(({ id }) => id),
            company,
            to: email,
            locale,
            letter: randomUUID(),
            typed,
          })
        letters += people.length
        await remember(req, actor, { company, sent, to })
      }
      results.push(
        ...mine.map(({ id, number, client, hasFile }) => ({
          document: id,
          number,
          client,
          to: hasFile ? to : [],
          sent: hasFile ? to.length : 0,
          reason: !hasFile ? ('noFile' as const) : to.length === 0 ? ('noAddress' as const) : null,
        })),
      )
    }
    return { rows: results, letters }
  },
})

type Recipient = { email: string; locale: string; typed: boolean }

/** Whom a client's copies go to; an address that the client's book does not hold may be written to so often. */
async function recipientsOf(
  req: PayloadRequest,
  company: string,
  asked: readonly string[] | undefined,
): Promise<Recipient[]> {
  const book = await addressBook(req, company)
  if (!asked) return book.filter(({ byDefault }) => byDefault).map((known) => ({ ...known, typed: false }))
  const recipients: Recipient[] = []
  for (const email of new Set(asked)) {
    const known = book.find((one) => one.email.toLowerCase() === email)
    if (!known) await admitRecipient(req, email)
    recipients.push(known ? { ...known, typed: false } : { email, locale: 'ru', typed: true })
  }
  return recipients
}

/** What was sent, to whom, by whom and when stands in the history of each document and of the client. */
async function remember(
  req: PayloadRequest,
  actor: Actor,
  { company, sent, to }: { company: string; sent: readonly Row[]; to: readonly string[] },
): Promise<void> {
  if (to.length === 0) return
  const told = { company, internal: true, actor }
  for (const { id, number } of sent)
    await recordEvent(req, {
      ...told,
      type: 'document.copiesSent',
      entity: 'documents',
      entityId: id,
      data: { number, to },
    })
  await recordEvent(req, {
    ...told,
    type: 'document.copiesMailed',
    entity: 'companies',
    entityId: company,
    data: { numbers: sent.map(({ number }) => number), to },
  })
}

function byCompany(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) groups.set(row.company, [...(groups.get(row.company) ?? []), row])
  return groups
}
