'use server'

import { redirect } from 'next/navigation'
import { submitForm } from '@/collections/forms/form-submissions/form-submission.actions'
import { formBySlug } from '@/collections/forms/forms/form.queries'
import { checkAnswers } from '@/collections/forms/forms/form.rules'
import { linkFor } from '@/src/lib/http/linkFor'
import { errorText } from '@/src/lib/error-labels'
import { AppError } from '@/src/lib/errors'
import { defaultLocale, isLocale, say, type Locale } from '@/src/lib/i18n'
import { logger } from '@/src/lib/logger'
import { isModuleOn } from '@/src/mechanisms/modules/switches'
import { admitAddress } from '@/src/mechanisms/sessions/limits'
import type { FormState } from '@/src/ui/form/formState'
import { flash } from '../../../_page/flash'
import { failedState, runCabinetAction, textFields } from '../../../_session/action'
import { cabinetRequest, currentSession } from '../../../_session/session'
import { formsPage as words } from '../forms.labels'

/** Answers from one address: an office may write much, a robot must not. */
const LIMIT = { limit: 10, windowSeconds: 60 * 60 }

/** Takes a filled-in form. All wrong fields are told at once; a robot that filled in the trap is thanked and forgotten. */
export async function sendForm(language: string, slug: string, _state: FormState, form: FormData): Promise<FormState> {
  const locale: Locale = isLocale(language) ? language : defaultLocale
  const { website = '', ...answers } = textFields(form)
  const { req } = await cabinetRequest()
  const session = await currentSession()
  const asked = (await isModuleOn(req, 'forms')) ? await formBySlug(req, slug, locale) : null
  if (!asked) return failedState(new AppError('record.notFound', {}, { status: 404 }), { locale }, 'forms.submit')

  const { errors } = checkAnswers(asked.fields, answers)
  if (Object.keys(errors).length > 0) {
    return {
      ok: false,
      errors: Object.fromEntries(
        Object.entries(errors).map(([name, { code, params }]) => [name, errorText(new AppError(code, params), locale)]),
      ),
    }
  }
  const thanks = linkFor({ locale }, asked.after.kind === 'page' ? asked.after.path : `/forms/${asked.slug}?sent=1`)
  if (website !== '') {
    logger.info({ form: asked.slug }, 'a form was filled in by a robot')
    redirect(thanks)
  }
  try {
    await admitAddress(req, 'form', LIMIT)
  } catch (error) {
    return failedState(error, { locale }, 'forms.submit', req)
  }
  const {
    ok,
    message,
    errors: wrong,
  } = await runCabinetAction(
    submitForm,
    { form: asked.slug, company: session?.company?.id ?? null, answers, locale },
    { locale },
  )
  if (!ok) return { ok: false, message, errors: wrong }
  // A guest's browser keeps no draft, and no toast.
  if (session) await flash(say(words.sent, locale), `form-${asked.slug}`)
  redirect(thanks)
}
