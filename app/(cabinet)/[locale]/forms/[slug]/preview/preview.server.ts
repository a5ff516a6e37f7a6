'use server'

import { formToPreview } from '@/collections/forms/forms/form.queries'
import { withChoices } from '@/collections/forms/forms/withChoices'
import { AppError } from '@/src/lib/errors'
import { defaultLocale, isLocale, say, type Locale } from '@/src/lib/i18n'
import { isStaff } from '@/src/mechanisms/access/actor'
import { contextOf } from '@/src/mechanisms/access/context'
import { accessOf } from '@/src/mechanisms/access/defineAccess'
import { isModuleOn } from '@/src/mechanisms/modules/switches'
import type { FormState } from '@/src/ui/form/formState'
import { failedState, textFields } from '../../../../_session/action'
import { cabinetRequest } from '../../../../_session/session'
import { wrongOf } from '../../checkTyped'
import { formsPage as words } from '../../forms.labels'
import { typedOf } from '../../typedOf'

/** Checks what was filled in on the preview of a form, as the form itself would; nothing is kept and nobody is told. */
export async function tryForm(language: string, slug: string, _state: FormState, form: FormData): Promise<FormState> {
  const locale: Locale = isLocale(language) ? language : defaultLocale
  const { req, actor } = await cabinetRequest()
  const may = isStaff(actor) && accessOf('forms').where(actor, 'read') !== false && (await isModuleOn(req, 'forms'))
  const asked = may ? await formToPreview(req, slug, locale) : null
  if (!asked) return failedState(new AppError('record.notFound', {}, { status: 404 }), { locale }, 'forms.preview')
  const typed = typedOf(form)
  const set = await withChoices(await contextOf(req), asked.set, typed)
  const wrong = wrongOf(set, typed, { locale })
  return Object.keys(wrong).length > 0
    ? { ok: false, errors: wrong, values: textFields(form) }
    : { ok: true, message: say(words.tried, locale) }
}
