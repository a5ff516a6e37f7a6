import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { settings } from '@/src/lib/settings'
import '../../(cabinet)/globals.css'
import { fontVariables } from '../../(cabinet)/_shell/fonts'

export const metadata = { title: 'Kabinet: demo', robots: { index: false } }
export const dynamic = 'force-dynamic'

/** Pages of the demo alone: a portal that is not one has none of them. */
export default function DemoLayout({ children }: { children: ReactNode }) {
  if (!settings().DEMO) notFound()
  return (
    <html className={fontVariables} lang="ru">
      <body>
        <main className="mx-auto w-full max-w-page px-4 py-7 md:px-6">{children}</main>
      </body>
    </html>
  )
}
