import { sql } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import type { Locale } from '@/src/lib/i18n'
import { logger } from '@/src/lib/logger'
import { idIs } from '@/src/mechanisms/database/ids'
import { execute, query, type Runner } from '@/src/mechanisms/database/query'
import { defineJob } from '@/src/mechanisms/jobs/defineJob'
import { sendOnce } from '@/src/mechanisms/jobs/once'
import { renderLetter } from '@/src/mechanisms/notifications/letter'
import { brandOfCompany } from '@/src/mechanisms/sites/brand'
import type { Answer } from '@/src/mechanisms/fieldsets/checkAnswers'
import { fillIn } from '../forms/form.rules'

type FormLetter = { submission: string; letter: string; locale: Locale }
type Row = { to: string; reply: string | null; subject: string; message: string; company: string | null }

/** Sends one letter of a form about one answer. A letter whose address was not answered is not sent, nor one about an answer that was deleted meanwhile. */
export const formLetterJob = defineJob<FormLetter>({
  name: 'forms.letter',
  label: { ru: 'Отправить письмо формы', en: 'Send a form’s letter' },
  lane: 'mail',
  retry: { limit: 6, delaySeconds: 10 },
  handler: async ({ submission, letter, locale }, { req }) => {
    const [row] = await query<Row>(
      req,
      sql`select e.email_to as to, e.reply_to as reply, e.subject, e.message, s.company_id::text as company
          from forms_emails e join form_submissions s on ${idIs(sql`s.id`, submission)} where e.id = ${letter}`,
    )
    const answers = await answersOf(req, submission)
    const to = addressOf(row?.to, answers)
    if (!row || !to) return logger.info({ submission }, 'a form letter has no address')
    const subject = fillIn(row.subject, answers).replace(/\s+/g, ' ').trim()
    const paragraphs = fillIn(row.message, answers)
      .split(/\n+/)
      .filter((text) => text.trim() !== '')
    const site = await brandOfCompany(req, row.company)
    const { html, text } = renderLetter({
      locale,
      site,
      subject,
      blocks: [
        { kind: 'heading', text: subject },
        ...paragraphs.map((words) => ({ kind: 'paragraph' as const, text: words })),
      ],
    })
    const replyTo = addressOf(row.reply, answers)
    await sendOnce(req, {
      to,
      subject,
      html,
      text,
      ...(replyTo ? { replyTo } : {}),
      messageId: `<${submission}.${letter}@kabinet>`,
    })
  },
})

const answersOf = (runner: Runner, submission: string): Promise<Answer[]> =>
  query<Answer>(
    runner,
    sql`select field, coalesce(label, field) as label, coalesce(value, '') as value from form_submissions_submission_data where ${idIs(sql`_parent_id`, submission)} order by _order`,
  )

/** The one address that a template comes to, or undefined: an answer with two of them, or with a line break, is none. */
function addressOf(template: string | null | undefined, answers: readonly Answer[]): string | undefined {
  const parsed = z.email().safeParse(fillIn(template ?? '', answers).trim())
  return parsed.success ? parsed.data : undefined
}

/** Drops drafts whose time is over. */
export const oldDraftsJob = defineJob({
  name: 'forms.dropDrafts',
  label: { ru: 'Убрать старые черновики форм', en: 'Drop old drafts of forms' },
  lane: 'default',
  schedule: '40 3 * * *',
  handler: async (_data, { req }) => {
    await execute(req, sql`delete from form_drafts where expires_at < now()`)
  },
})
