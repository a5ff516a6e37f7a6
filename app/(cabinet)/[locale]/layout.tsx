import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import type { CSSProperties, ReactNode } from 'react'
import { defaultLocale, isLocale, say } from '@/src/lib/i18n'
import { settings } from '@/src/lib/settings'
import { Shell } from '@/src/ui/shell/Shell'
import { shellWords } from '@/src/ui/shell/shellWords'
import '../globals.css'
import { fontVariables } from '../_shell/fonts'
import { brandFor } from '@/src/mechanisms/sites/brand'
import { loadShell } from '../_shell/load'
import { shellWords as portalWords } from '../_shell/shell.labels'
import { cabinetRequest } from '../_session/session'

/** The tab, the home screen and a shared link bear the company's name and colour, whoever is signed in. */
export async function generateMetadata({ params }: { params: Promise<{ locale: string }> }): Promise<Metadata> {
  const { locale } = await params
  const language = isLocale(locale) ? locale : defaultLocale
  const { name } = await brandFor((await cabinetRequest()).req, (await headers()).get('host'))
  const description = say(portalWords.description, language, { name })
  return {
    metadataBase: new URL(settings().PUBLIC_URL),
    title: { default: name, template: `%s · ${name}` },
    description,
    applicationName: name,
    robots: { index: false },
    manifest: '/manifest.webmanifest',
    icons: { icon: { url: '/brand/icon.svg', type: 'image/svg+xml' }, apple: '/brand/180.png' },
    openGraph: {
      type: 'website',
      siteName: name,
      title: name,
      description,
      locale: language === 'ru' ? 'ru_RU' : 'en_GB',
      images: [{ url: '/brand/512.png', width: 512, height: 512, alt: name }],
    },
    twitter: { card: 'summary' },
  }
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fffefc' },
    { media: '(prefers-color-scheme: dark)', color: '#1b1c21' },
  ],
}

type LayoutProps = { children: ReactNode; params: Promise<{ locale: string }> }

/** The document: language, theme and the company's colour are right in the first byte, so nothing flashes. */
export default async function CabinetLayout({ children, params }: LayoutProps) {
  const { locale } = await params
  if (!isLocale(locale)) notFound()
  const shell = await loadShell(locale)
  const colour = { '--hue': shell.brand.hue } as CSSProperties // a custom property is not in React's list
  return (
    <html
      lang={locale}
      data-theme={shell.theme === 'system' ? undefined : shell.theme}
      className={fontVariables}
      style={colour}
      suppressHydrationWarning
    >
      <body>
        {shell.person ? (
          <Shell data={shell} words={shellWords(locale, { cart: shell.cart?.count ?? 0 })}>
            {children}
          </Shell>
        ) : (
          children
        )}
      </body>
    </html>
  )
}
