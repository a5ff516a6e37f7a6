import { sql } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import { AppError } from '@/src/lib/errors'
import { defineAction, PRESS_SECONDS } from '@/src/mechanisms/actions/defineAction'
import { insertRow } from '@/src/mechanisms/database/insertRows'
import { query } from '@/src/mechanisms/database/query'
import { recordEvent } from '@/src/mechanisms/events/recordEvent'
import { enqueue } from '@/src/mechanisms/jobs/enqueue'
import { everyone } from '@/src/mechanisms/access/roles'
import { formBySlug } from '../forms/form.queries'
import { checkAnswers } from '../forms/form.rules'
import { formLetterJob } from './form-submission.jobs'
import { lettersOf } from './lettersOf'

/**
 * Takes what was filled in: of anybody for an open form, else of people of the cabinet. Letters are queued in the same
 * transaction. It has no address of its own: the form's page calls it, behind the check of the Origin and a throttle.
 * @throws AppError `record.notFound` 404, `access.denied` 401, `rate.limited` 429, and a code with its field, 422
 */
export const submitForm = defineAction({
  name: 'forms.submit',
  label: { ru: 'Заполнена форма', en: 'Filled in a form' },
  input: z.object({
    form: z.string().max(60),
    /** Where the person works now; believed only if they do. */
    company: z.uuid().nullish(),
    answers: z.record(z.string().max(60), z.string().max(10_000)),
    locale: z.enum(['ru', 'en']).default('ru'),
  }),
  may: [...everyone, 'anonymous'],
  pressSeconds: PRESS_SECONDS,
  remote: false,
  run: async ({ req, actor, input }): Promise<{ id: string }> => {
    const form = await formBySlug(req, input.form)
    if (!form) throw new AppError('record.notFound', {}, { status: 404 })
    if (!form.open && actor.role === 'anonymous') throw new AppError('access.denied', {}, { status: 401 })
    const { answers, errors } = checkAnswers(form.fields, input.answers)
    const [wrong] = Object.entries(errors)
    if (wrong) throw new AppError(wrong[1].code, wrong[1].params, { status: 422, field: wrong[0] })

    const letters = await lettersOf(req, actor, form.id, answers)
    const company = input.company && actor.memberships.has(input.company) ? input.company : null
    const id = await insertRow(req, 'form_submissions', {
      title: form.title,
      formId: form.id,
      userId: actor.collection === 'users' ? actor.id : null,
      companyId: company,
    })
    for (const [order, { field, label, value }] of answers.entries()) {
      await query(
        req,
        sql`insert into form_submissions_submission_data (_order, _parent_id, id, field, label, value) values (${order + 1}, ${id}, gen_random_uuid(), ${field}, ${label}, ${value})`,
      )
    }
    await recordEvent(req, {
      type: 'form.submitted',
      entity: 'form-submissions',
      entityId: id,
      company,
      internal: true,
      data: { title: form.title },
    })
    for (const letter of letters) await enqueue(req, formLetterJob, { submission: id, letter, locale: input.locale })
    return { id }
  },
})
