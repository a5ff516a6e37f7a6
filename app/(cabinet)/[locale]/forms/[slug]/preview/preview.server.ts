'use server'

import { formToPreview } from '@/collections/forms/forms/form.queries'
import { checkAnswers } from '@/collections/forms/forms/form.rules'
import { errorText } from '@/src/lib/error-labels'
import { AppError } from '@/src/lib/errors'
import { defaultLocale, isLocale, say, type Locale } from '@/src/lib/i18n'
import { isStaff } from '@/src/mechanisms/access/actor'
import { accessOf } from '@/src/mechanisms/access/defineAccess'
import { isModuleOn } from '@/src/mechanisms/modules/switches'
import type { FormState } from '@/src/ui/form/formState'
import { failedState, textFields } from '../../../../_session/action'
import { cabinetRequest } from '../../../../_session/session'
import { formsPage as words } from '../../forms.labels'

/** Checks what was filled in on the preview of a form, as the form itself would; nothing is kept and nobody is told. */
export async function tryForm(language: string, slug: string, _state: FormState, form: FormData): Promise<FormState> {
  const locale: Locale = isLocale(language) ? language : defaultLocale
  const { req, actor } = await cabinetRequest()
  const may = isStaff(actor) && accessOf('forms').where(actor, 'read') !== false && (await isModuleOn(req, 'forms'))
  const asked = may ? await formToPreview(req, slug, locale) : null
  if (!asked) return failedState(new AppError('record.notFound', {}, { status: 404 }), { locale }, 'forms.preview')
  const { errors } = checkAnswers(asked.fields, textFields(form))
  const wrong = Object.entries(errors).map(([name, { code, params }]) => [
    name,
    errorText(new AppError(code, params), locale),
  ])
  return wrong.length > 0
    ? { ok: false, errors: Object.fromEntries(wrong) as Record<string, string> }
    : { ok: true, message: say(words.tried, locale) }
}
