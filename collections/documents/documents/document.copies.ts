import { sql } from '@payloadcms/db-postgres/drizzle'
import { defineLabels, isLocale, say, type Locale } from '@/src/lib/i18n'
import { idIs } from '@/src/mechanisms/database/ids'
import { list, query, type Runner } from '@/src/mechanisms/database/query'
import { readStored } from '@/src/integrations/storage/readStored'
import { defineJob } from '@/src/mechanisms/jobs/defineJob'
import { sendOnce } from '@/src/mechanisms/jobs/once'
import { addressOf, renderLetter } from '@/src/mechanisms/notifications/letter'
import { brandFor } from '@/src/mechanisms/sites/brand'

const words = defineLabels({
  subject: { ru: 'Документы от {brand}: {count, plural, one {# файл} few {# файла} other {# файлов}}', en: 'Documents from {brand}: {count, plural, one {# file} other {# files}}' },
  body: { ru: 'Во вложении копии документов для компании «{company}».', en: 'Copies of documents for {company} are attached.' },
  button: { ru: 'Все документы', en: 'All documents' },
})

type Copies = { documents: string[]; company: string; to: string; locale: string; letter: string }
type Row = { title: string; filename: string; name: string; mime: string | null; company: string }

/** Letters do not take more than this in attachments; the rest waits in the cabinet behind the button. */
const MAX_BYTES = 15 * 1024 * 1024

/** One letter to one address with the copies attached. The Message-ID is the letter's id, so a repeat can be told. */
export const copiesJob = defineJob<Copies>({
  name: 'documents.copies',
  label: { ru: 'Отправить копии документов', en: 'Send copies of documents' },
  lane: 'mail',
  retry: { limit: 6, delaySeconds: 20 },
  handler: async ({ documents, company, to, locale: asked, letter: id }, { req }) => {
    // The letter waits in a queue: who may not see the company's documents any more does not get it.
    if (!(await addressees(req, company)).some(({ email }) => email === to)) return
    const locale: Locale = isLocale(asked) ? asked : 'ru'
    const rows = await query<Row>(
      req,
      sql`select coalesce(f.title, d.number) as title, f.filename, coalesce(f.original_name, f.filename) as name, f.mime_type as mime, c.name as company
          from documents d join document_files f on f.id = d.file_id and not coalesce(f.internal, false) join companies c on c.id = d.company_id
          where d.id = any(${list(documents, 'uuid')}) and ${idIs(sql`d.company_id`, company)} order by d.date, d.id`,
    )
    const first = rows[0]
    if (!first) return
    const attachments = []
    let bytes = 0
    for (const row of rows) {
      const content = await readStored(req, 'document-files', row.filename)
      bytes += content.length
      if (bytes > MAX_BYTES) break
      attachments.push({ filename: row.name, content, contentType: row.mime ?? 'application/octet-stream' })
    }
    const brand = await brandFor(req)
    const params = { brand: brand.name, count: attachments.length, company: first.company }
    const subject = say(words.subject, locale, params)
    const { html, text } = renderLetter({
      locale, brand: brand.name, hue: brand.hue, subject,
      blocks: [
        { kind: 'heading', text: subject },
        { kind: 'paragraph', text: say(words.body, locale, params) },
        { kind: 'button', text: say(words.button, locale), href: addressOf('/documents', locale) },
      ],
    })
    await sendOnce(req, { to, subject, html, text, attachments, messageId: `<${id}.copies@kabinet>` })
  },
})

/** Whom copies of a company's documents are sent to: its people who see documents, or the company's own address when there are none. */
export async function addressees(runner: Runner, company: string): Promise<Array<{ email: string; locale: string }>> {
  const people = await query<{ email: string; locale: string }>(
    runner,
    sql`select distinct u.email, coalesce(u.locale::text, 'ru') as locale from memberships m join users u on u.id = m.user_id and u.active
        join portal_roles_capabilities c on c.parent_id = m.portal_role_id and c.value::text = 'documents.read'
        where ${idIs(sql`m.company_id`, company)} and m.active order by 1`,
  )
  if (people.length > 0) return people
  return query(runner, sql`select email, 'ru' as locale from companies where ${idIs(sql`id`, company)} and email <> ''`)
}
