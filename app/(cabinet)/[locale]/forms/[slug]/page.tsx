import { notFound } from 'next/navigation'
import type { Metadata } from 'next'
import { draftOf } from '@/collections/forms/form-submissions/drafts.queries'
import { formBySlug, type PublicForm } from '@/collections/forms/forms/form.queries'
import { contextOf } from '@/src/mechanisms/access/context'
import { linkFor } from '@/src/lib/http/linkFor'
import { isLocale, say, type Locale } from '@/src/lib/i18n'
import { isModuleOn } from '@/src/mechanisms/modules/switches'
import { AuthLayout } from '@/src/ui/auth/AuthLayout'
import { PageHead } from '@/src/ui/base/PageHead'
import { Sheet } from '@/src/ui/base/Sheet'
import { TextLink } from '@/src/ui/base/TextLink'
import type { PageProps } from '../../../_page/cabinetPage'
import { openPage } from '../../../_page/openPage'
import { cabinetRequest, currentSession, requireUser } from '../../../_session/session'
import { loadShell } from '../../../_shell/load'
import { formsPage as words, formWords } from '../forms.labels'
import { askedPages } from '../askedSet'
import { FieldSetForm } from '../FieldSetForm'
import { begunSet, stepAt, stepsOf } from '../formPage'
import { FormSteps } from '../FormSteps'
import { wrongOf } from '../checkTyped'
import { keepForm, sendForm } from './form.server'

type Params = { locale: string; slug: string }

async function formOf({ slug, locale }: Params): Promise<PublicForm | null> {
  const { req } = await cabinetRequest()
  return (await isModuleOn(req, 'forms')) ? formBySlug(req, slug, isLocale(locale) ? locale : undefined) : null
}

export async function generateMetadata({ params }: PageProps<Params>): Promise<Metadata> {
  const form = await formOf(await params)
  return form ? { title: form.title } : {}
}

/** One form: in the cabinet's frame for those who signed in, on a sheet of its own for everybody where it is open. */
export default openPage(async ({ params, searchParams }: PageProps<Params>) => {
  const { locale, slug } = await params
  if (!isLocale(locale)) notFound()
  const form = await formOf({ slug, locale })
  if (!form) notFound()
  const session = form.open ? await currentSession() : await requireUser()
  const asked = await searchParams
  const sent = asked.sent !== undefined
  const at = linkFor({ locale }, `/forms/${form.slug}`)
  const known: Record<string, string> = session
    ? { name: session.user.name, email: session.user.email, phone: session.user.phone ?? '' }
    : {}
  const body = sent ? (
    <Thanks at={at} form={form} locale={locale} />
  ) : (
    <Fill asked={asked} form={form} known={known} locale={locale} session={session} />
  )
  const title = sent ? say(words.sent, locale) : form.title
  const lead = !sent && form.intro ? form.intro : undefined
  if (session) {
    return (
      <>
        <PageHead
          crumbs={[{ href: linkFor({ locale }, '/forms'), label: say(words.title, locale) }]}
          locale={locale}
          title={title}
        />
        <div className="max-w-160">
          <Sheet label={form.title} padded>
            {lead ? <p className="mb-5 whitespace-pre-line text-ink-2">{lead}</p> : null}
            {body}
          </Sheet>
        </div>
      </>
    )
  }
  const { brand, prefixes, theme } = await loadShell(locale)
  return (
    <AuthLayout brand={brand} lead={lead} locale={locale} prefixes={prefixes} theme={theme} title={title}>
      {body}
    </AuthLayout>
  )
})

function Thanks({ form, at, locale }: { form: PublicForm; at: string; locale: Locale }) {
  const text = form.after.kind === 'words' ? form.after.text : ''
  return (
    <div className="grid gap-4" role="status">
      <p className="whitespace-pre-line">{text || say(words.sentText, locale)}</p>
      <TextLink href={at}>{say(words.again, locale)}</TextLink>
    </div>
  )
}

/** What is asked: a page at a time of those who have a draft here, all at once of everybody else. */
async function Fill({
  form,
  session,
  known,
  asked,
  locale,
}: {
  form: PublicForm
  session: Awaited<ReturnType<typeof currentSession>>
  known: Record<string, string>
  asked: Record<string, string | string[] | undefined>
  locale: Locale
}) {
  const { req, actor } = await cabinetRequest()
  const context = await contextOf(req, session?.company?.id)
  const draft = session ? await draftOf(req, actor, form.id) : null
  const { set, typed } = await begunSet(context, form, { known, draft: draft?.typed ?? {} })
  const steps = stepsOf(set, typed)
  const stepped = session !== null && set.pages.length > 1
  const place = stepped ? stepAt(steps, asked.page === undefined ? (draft?.page ?? 0) : Number(asked.page) - 1 || 0) : 0
  const number = steps.indexOf(place) + 1
  const pages = askedPages(set, locale)
  return (
    <>
      {stepped ? (
        <FormSteps locale={locale} number={number} of={steps.length} title={pages[place]?.title ?? ''} />
      ) : null}
      <FieldSetForm
        action={sendForm.bind(null, locale, form.slug, stepped ? place : null)}
        errors={asked.check === undefined ? {} : wrongOf(set, typed, { locale, page: place })}
        keep={session ? keepForm.bind(null, form.slug, stepped ? place : null) : undefined}
        key={place}
        locale={locale}
        pages={stepped ? pages.filter((page) => page.place === place) : pages}
        set={set}
        step={stepped ? { place, number, of: steps.length, last: number === steps.length } : null}
        submit={form.submit}
        typed={typed}
        words={formWords(locale)}
      />
      {session ? <p className="mt-4 text-sm text-ink-3">{say(words.kept, locale)}</p> : null}
    </>
  )
}
