import { sql } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import { AppError, type FieldIssue } from '@/src/lib/errors'
import { defineAction, PRESS_SECONDS } from '@/src/mechanisms/actions/defineAction'
import { insertRow } from '@/src/mechanisms/database/insertRows'
import { execute, query } from '@/src/mechanisms/database/query'
import { recordEvent } from '@/src/mechanisms/events/recordEvent'
import { checkAnswers } from '@/src/mechanisms/fieldsets/checkAnswers'
import { enqueue } from '@/src/mechanisms/jobs/enqueue'
import { everyone } from '@/src/mechanisms/access/roles'
import { contextOf } from '@/src/mechanisms/access/context'
import { formBySlug } from '../forms/form.queries'
import { formLetterJob } from './form-submission.jobs'
import { lettersOf } from './lettersOf'
import { withChoices } from '../forms/withChoices'
import './form-submission.errors'
import { strangeFiles } from './strangeFiles'
import { versionOf } from './versions.queries'

/**
 * Takes what was filled in: of anybody for an open form, else of people of the cabinet. Letters are queued in the same
 * transaction. It has no address of its own: the form's page calls it, behind the check of the Origin and a throttle.
 * @throws AppError `record.notFound` 404, `access.denied` 401, `rate.limited` 429, and all that is wrong with the fields, 422
 */
export const submitForm = defineAction({
  name: 'forms.submit',
  label: { ru: 'Заполнена форма', en: 'Filled in a form' },
  input: z.object({
    form: z.string().max(60),
    /** Where the person works now; believed only if they do. */
    company: z.uuid().nullish(),
    answers: z.record(z.string().max(140), z.string().max(10_000)),
    locale: z.enum(['ru', 'en']).default('ru'),
  }),
  may: [...everyone, 'anonymous'],
  pressSeconds: PRESS_SECONDS,
  remote: false,
  run: async ({ req, actor, input }): Promise<{ id: string }> => {
    const form = await formBySlug(req, input.form)
    if (!form) throw new AppError('record.notFound', {}, { status: 404 })
    if (!form.open && actor.role === 'anonymous') throw new AppError('access.denied', {}, { status: 401 })
    const of = input.company && actor.memberships.has(input.company) ? input.company : null
    const set = await withChoices(await contextOf(req, of), form.set, input.answers)
    const { answers, values, errors } = checkAnswers(set, input.answers)
    refuse({ ...(await strangeFiles(req, set, values)), ...errors })

    const letters = await lettersOf(req, actor, form.id, answers)
    const id = await insertRow(req, 'form_submissions', {
      title: form.title,
      formId: form.id,
      userId: actor.collection === 'users' ? actor.id : null,
      companyId: of,
      version: await versionOf(req, form.id, form.set),
      values,
    })
    for (const [order, { field, label, value }] of answers.entries()) {
      await query(
        req,
        sql`insert into form_submissions_submission_data (_order, _parent_id, id, field, label, value) values (${order + 1}, ${id}, gen_random_uuid(), ${field}, ${label}, ${value})`,
      )
    }
    if (actor.collection === 'users')
      await execute(req, sql`delete from form_drafts where user_id = ${actor.id} and form_id = ${form.id}`)
    await recordEvent(req, {
      type: 'form.submitted',
      entity: 'form-submissions',
      entityId: id,
      company: of,
      internal: true,
      data: { title: form.title },
    })
    for (const letter of letters) await enqueue(req, formLetterJob, { submission: id, letter, locale: input.locale })
    return { id }
  },
})

/** Says all that is wrong at once. @throws AppError of the first code, 422 */
function refuse(errors: ReturnType<typeof checkAnswers>['errors']): void {
  const issues: FieldIssue[] = Object.entries(errors).map(([field, { code, params = {} }]) => ({ field, code, params }))
  const [first] = issues
  if (first) throw new AppError(first.code, first.params, { status: 422, field: first.field, issues })
}
