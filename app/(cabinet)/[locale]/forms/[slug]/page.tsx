import { notFound } from 'next/navigation'
import type { Metadata } from 'next'
import { formBySlug, type PublicForm } from '@/collections/forms/forms/form.queries'
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
import { formsPage as words } from '../forms.labels'
import { Questions } from '../Questions'
import { sendForm } from './form.server'

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
  const sent = (await searchParams).sent !== undefined
  const at = linkFor({ locale }, `/forms/${form.slug}`)
  const known: Record<string, string> = session
    ? { name: session.user.name, email: session.user.email, phone: session.user.phone ?? '' }
    : {}
  const body = sent ? (
    <Thanks at={at} form={form} locale={locale} />
  ) : (
    <Questions
      action={sendForm.bind(null, locale, form.slug)}
      draft={session ? `form-${form.slug}` : undefined}
      form={form}
      known={known}
      locale={locale}
    />
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
