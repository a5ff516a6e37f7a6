'use server'

import { redirect } from 'next/navigation'
import { draftOf } from '@/collections/forms/form-submissions/drafts.queries'
import { submitForm } from '@/collections/forms/form-submissions/form-submission.actions'
import { keepDraft } from '@/collections/forms/form-submissions/keepDraft'
import { formBySlug, type PublicForm } from '@/collections/forms/forms/form.queries'
import { withChoices } from '@/collections/forms/forms/withChoices'
import { linkFor } from '@/src/lib/http/linkFor'
import { AppError } from '@/src/lib/errors'
import { defaultLocale, isLocale, say, type Locale } from '@/src/lib/i18n'
import { logger } from '@/src/lib/logger'
import { contextOf } from '@/src/mechanisms/access/context'
import { pageOfInput } from '@/src/mechanisms/fieldsets/checkAnswers'
import { isInputOf, type FieldSet, type Typed } from '@/src/mechanisms/fieldsets/definition'
import { isModuleOn } from '@/src/mechanisms/modules/switches'
import { admitAddress } from '@/src/mechanisms/sessions/limits'
import type { FormState } from '@/src/ui/form/formState'
import { flash } from '../../../_page/flash'
import { failedState, runCabinetAction, textFields } from '../../../_session/action'
import { cabinetRequest, currentSession, type CabinetSession } from '../../../_session/session'
import { wrongOf } from '../checkTyped'
import { stepsOf } from '../formPage'
import { formsPage as words } from '../forms.labels'
import { keptFiles } from '../keptFiles'

/** Answers from one address: an office may write much, a robot must not. */
const LIMIT = { limit: 10, windowSeconds: 60 * 60 }

/**
 * Takes a filled-in form, or a page of it: `place` is the page that was shown, null where all were. All wrong fields are
 * told at once, and nothing that was typed is lost; a robot that filled in the trap is thanked and forgotten.
 */
export async function sendForm(
  language: string,
  slug: string,
  place: number | null,
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  const locale: Locale = isLocale(language) ? language : defaultLocale
  const { website = '', go = 'send', ...posted } = textFields(form)
  const { req } = await cabinetRequest()
  const session = await currentSession()
  const asked = (await isModuleOn(req, 'forms')) ? await formBySlug(req, slug, locale) : null
  if (!asked || (!asked.open && !session))
    return failedState(new AppError('record.notFound', {}, { status: 404 }), { locale }, 'forms.submit')

  const files = await keptFiles(req, asked.set, form, session?.company?.id ?? null)
  const here = { ...posted, ...files.typed }
  const typed = session ? await withDraft(session, asked, { place, typed: here }) : here
  const set = await withChoices(await contextOf(req, session?.company?.id), asked.set, typed)
  if (session) await keepDraft(req, session.actor, { form: asked, typed, page: place ?? 0 })
  const wrong = (errors: Record<string, string>): FormState => ({ ok: false, errors, values: typed })
  if (files.error) return { ...failedState(files.error, { locale }, 'forms.submit', req), values: typed }

  const at = (page: number, check = ''): string => linkFor({ locale }, `/forms/${asked.slug}?page=${page + 1}${check}`)
  const steps = stepsOf(set, typed)
  if (place !== null && go === 'back') redirect(at(steps.filter((step) => step < place).at(-1) ?? place))
  const errors = wrongOf(set, typed, { locale, ...(place === null ? {} : { page: place }) })
  if (Object.keys(errors).length > 0) return wrong(errors)
  const next = place === null ? undefined : steps.find((step) => step > place)
  if (next !== undefined) redirect(at(next))

  const thanks = linkFor({ locale }, asked.after.kind === 'page' ? asked.after.path : `/forms/${asked.slug}?sent=1`)
  if (website !== '') {
    logger.info({ form: asked.slug }, 'a form was filled in by a robot')
    redirect(thanks)
  }
  const earlier = place === null ? [] : Object.keys(wrongOf(set, typed, { locale }))
  if (earlier[0] !== undefined) {
    await flash(say(words.earlier, locale))
    redirect(at(Math.max(0, pageOfInput(set, earlier[0])), '&check=1'))
  }
  try {
    await admitAddress(req, 'form', LIMIT)
  } catch (error) {
    return failedState(error, { locale }, 'forms.submit', req)
  }
  const sent = await runCabinetAction(
    submitForm,
    { form: asked.slug, company: session?.company?.id ?? null, answers: typed, locale },
    { locale },
  )
  if (!sent.ok) return { ok: false, message: sent.message, errors: sent.errors, values: typed }
  // A guest's browser has no toast.
  if (session) await flash(say(words.sent, locale))
  redirect(thanks)
}

/** Keeps what is typed while it is typed; whoever is not signed in has no draft. */
export async function keepForm(slug: string, place: number | null, form: FormData): Promise<void> {
  const { req } = await cabinetRequest()
  const session = await currentSession()
  const asked = session && (await isModuleOn(req, 'forms')) ? await formBySlug(req, slug) : null
  if (!session || !asked) return
  const { website: _trap, go: _go, ...posted } = textFields(form)
  const typed = await withDraft(session, asked, { place, typed: posted })
  await keepDraft(req, session.actor, { form: asked, typed, page: place ?? 0 })
}

/** What is typed on a page, over what was typed on the others. */
async function withDraft(
  session: CabinetSession,
  form: PublicForm,
  { place, typed }: { place: number | null; typed: Typed },
): Promise<Typed> {
  if (place === null) return typed
  const draft = await draftOf(session.req, session.actor, form.id)
  const here = namesOn(form.set, place)
  const others = Object.entries(draft?.typed ?? {}).filter(([input]) => !here.some((name) => isInputOf(input, name)))
  return { ...Object.fromEntries(others), ...typed }
}

const namesOn = (set: FieldSet, place: number): string[] =>
  (set.pages[place]?.fields ?? []).flatMap(({ name }) => (name === '' ? [] : [name]))
