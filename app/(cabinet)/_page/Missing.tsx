import { headers } from 'next/headers'
import { linkFor } from '@/src/lib/http/linkFor'
import { defaultLocale, isLocale } from '@/src/lib/i18n'
import { AuthLayout } from '@/src/ui/auth/AuthLayout'
import { LinkButton } from '@/src/ui/base/LinkButton'
import { Lost } from '@/src/ui/feedback/ErrorState'
import { feedbackLabels } from '@/src/ui/feedback/feedback.labels'
import { currentSession, PATH_HEADER } from '../_session/session'
import { loadShell } from '../_shell/load'

/** No such page, or none for this person: the answer is one and the same. Whoever has not signed in sees it on a sheet of its own. */
export async function Missing() {
  // A not-found page is given no params; the proxy says which address was asked for.
  const first = (await headers()).get(PATH_HEADER)?.split(/[/?]/)[1]
  const locale = isLocale(first) ? first : defaultLocale
  const homeHref = linkFor({ locale }, '/')
  if (await currentSession()) return <Lost homeHref={homeHref} locale={locale} />
  const { brand, prefixes, theme } = await loadShell(locale)
  return (
    <AuthLayout
      brand={brand}
      lead={feedbackLabels.lostText[locale]}
      locale={locale}
      prefixes={prefixes}
      theme={theme}
      title={feedbackLabels.lost[locale]}
    >
      <LinkButton href={homeHref} tone="primary">
        {feedbackLabels.home[locale]}
      </LinkButton>
    </AuthLayout>
  )
}
