import { sql } from '@payloadcms/db-postgres/drizzle'
import { linkFor } from '@/src/lib/http/linkFor'
import { defineLabels, isLocale, say, type Locale } from '@/src/lib/i18n'
import { list, query } from '@/src/mechanisms/database/query'
import { readStored } from '@/src/integrations/storage/readStored'
import { defineJob } from '@/src/mechanisms/jobs/defineJob'
import { sendOnce } from '@/src/mechanisms/jobs/once'
import { renderLetter } from '@/src/mechanisms/notifications/letter'
import { brandOfCompany } from '@/src/mechanisms/sites/brand'
import { addressBook } from './addressBook'
import { copyName } from './document.words'

const words = defineLabels({
  subject: {
    ru: 'Документы от {brand}: {count, plural, one {# файл} few {# файла} other {# файлов}}',
    en: 'Documents from {brand}: {count, plural, one {# file} other {# files}}',
  },
  body: {
    ru: 'Во вложении копии документов для компании «{company}».',
    en: 'Copies of documents for {company} are attached.',
  },
  button: { ru: 'Все документы', en: 'All documents' },
})

/** `typed`: the employee wrote the address by hand, the client's book does not hold it. */
type Copies = { documents: string[]; company: string; to: string; locale: string; letter: string; typed?: boolean }
type Row = { kind: string; number: string; date: string; filename: string; mime: string | null; company: string }

/** Letters do not take more than this in attachments; the rest waits in the cabinet behind the button. */
const MAX_BYTES = 15 * 1024 * 1024

/** One letter to one address with the copies attached. The Message-ID is the letter's id, so a repeat can be told. */
export const copiesJob = defineJob<Copies>({
  name: 'documents.copies',
  label: { ru: 'Отправить копии документов', en: 'Send copies of documents' },
  lane: 'mail',
  retry: { limit: 6, delaySeconds: 20 },
  handler: async ({ documents, company, to, locale: asked, letter: id, typed }, { req }) => {
    // The letter waits in a queue: who has left the client's people meanwhile does not get it.
    if (!typed && !(await addressBook(req, company)).some(({ email }) => email === to)) return
    const locale: Locale = isLocale(asked) ? asked : 'ru'
    const rows = await query<Row>(
      req,
      sql`select d.kind::text, d.number, d.date, f.filename, f.mime_type as mime, c.name as company
          from documents d join document_files f on f.id = d.file_id and not coalesce(f.internal, false) join companies c on c.id = d.company_id
          where d.id = any(${list(documents, 'uuid')}) and d.company_id = ${company}::uuid order by d.date, d.id`,
    )
    const first = rows[0]
    if (!first) return
    const attachments = []
    let bytes = 0
    for (const row of rows) {
      const content = await readStored(req, 'document-files', row.filename)
      bytes += content.length
      if (bytes > MAX_BYTES) break
      attachments.push({
        filename: copyName(row, locale),
        content,
        contentType: row.mime ?? 'application/octet-stream',
      })
    }
    const site = await brandOfCompany(req, company)
    const params = { brand: site.name, count: attachments.length, company: first.company }
    const subject = say(words.subject, locale, params)
    const { html, text } = renderLetter({
      locale,
      site,
      subject,
      blocks: [
        { kind: 'heading', text: subject },
        { kind: 'paragraph', text: say(words.body, locale, params) },
        { kind: 'button', text: say(words.button, locale), href: linkFor({ locale, site }, '/documents') },
      ],
    })
    await sendOnce(req, { to, subject, html, text, attachments, messageId: `<${id}.copies@kabinet>` })
  },
})
