import { notFound, redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { linkFor } from '@/src/lib/http/linkFor'
import { isLocale, type Locale } from '@/src/lib/i18n'
import { AuthLayout } from '@/src/ui/auth/AuthLayout'
import { openPage } from '../../_page/openPage'
import { currentSession } from '../../_session/session'
import { loadShell } from '../../_shell/load'

export type AuthParams = { locale: string; token?: string }
export type AuthProps = {
  params: Promise<AuthParams>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

type Drawn = { title: string; lead?: ReactNode; below?: ReactNode; children: ReactNode }
type Asked = {
  locale: Locale
  token: string
  search: Record<string, string | string[] | undefined>
  href: (path: string) => string
}

/**
 * A page for somebody who is not signed in: one sheet in the middle.
 * @param options.forGuests whoever is signed in already is taken home instead.
 */
export function authPage(options: { forGuests: boolean }, draw: (asked: Asked) => Promise<Drawn>) {
  return openPage(async ({ params, searchParams }: AuthProps) => {
    const { locale, token } = await params
    if (!isLocale(locale)) notFound()
    const href = (path: string): string => linkFor({ locale }, path)
    if (options.forGuests && (await currentSession())) redirect(href('/'))
    const { title, lead, below, children } = await draw({
      locale,
      token: token ?? '',
      search: await searchParams,
      href,
    })
    const shell = await loadShell(locale)
    return (
      <AuthLayout
        locale={locale}
        brand={shell.brand}
        prefixes={shell.prefixes}
        theme={shell.theme}
        title={title}
        lead={lead}
        below={below}
      >
        {children}
      </AuthLayout>
    )
  })
}
