import type { Metadata, Viewport } from 'next'
import { notFound } from 'next/navigation'
import type { CSSProperties, ReactNode } from 'react'
import { isLocale } from '@/src/lib/i18n'
import { Shell } from '@/src/ui/shell/Shell'
import '../globals.css'
import { fontVariables } from '../_shell/fonts'
import { loadShell } from '../_shell/load'

export const metadata: Metadata = { title: { default: 'Kabinet', template: '%s · Kabinet' }, robots: { index: false } }

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
    <html lang={locale} data-theme={shell.theme === 'system' ? undefined : shell.theme} className={fontVariables} style={colour} suppressHydrationWarning>
      <body>{shell.person ? <Shell data={shell}>{children}</Shell> : children}</body>
    </html>
  )
}
