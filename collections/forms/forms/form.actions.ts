import { sql } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import { addErrorLabels, type CodesOf } from '@/src/lib/error-labels'
import { AppError } from '@/src/lib/errors'
import { defineAction } from '@/src/mechanisms/actions/defineAction'
import { execute } from '@/src/mechanisms/database/query'
import { fieldKind } from '@/src/mechanisms/fieldsets/defineFieldKind'
import { formById } from './form.queries'

const errorWords = addErrorLabels({
  'form.nothingAsked': {
    ru: 'Форма ни о чём не спрашивает: добавьте хотя бы одно поле',
    en: 'The form asks nothing: please add a field',
  },
})

declare module '@/src/lib/errors' {
  interface ErrorCodes extends CodesOf<typeof errorWords> {}
}

/** Opens a form for answers, or closes it. @throws AppError `form.nothingAsked` 409 for one without a single question */
export const publishForm = defineAction({
  name: 'forms.publish',
  label: { ru: 'Открыта или закрыта форма', en: 'Opened or closed a form' },
  input: z.object({ id: z.uuid(), active: z.boolean() }),
  may: ['editor', 'admin'],
  lock: { entity: 'forms', id: ({ id }) => id, as: 'update' },
  run: async ({ req, input: { id, active } }) => {
    const form = active ? await formById(req, id, 'ru') : null
    if (form && !form.fields.some(({ kind }) => fieldKind(kind).asks))
      throw new AppError('form.nothingAsked', {}, { status: 409 })
    // One word of it changes: what else is wrong with a form is told where its fields are edited.
    await execute(req, sql`update forms set active = ${active}, updated_at = now() where id = ${id}`)
    return { id, active }
  },
})
