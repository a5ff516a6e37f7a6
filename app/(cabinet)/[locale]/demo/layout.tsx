import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { settings } from '@/src/lib/settings'
import { currentSession } from '../../_session/session'

export const metadata = { title: 'Demo', robots: { index: false } }

/** Pages of the demo alone, open to whoever looks at it; a portal that is not one has none of them. */
export default async function DemoLayout({ children }: { children: ReactNode }) {
  if (!settings().DEMO) notFound()
  // Signed in, the cabinet's frame stands around it already.
  return (await currentSession()) ? children : <main className="mx-auto w-full max-w-page px-4 py-7 md:px-6">{children}</main>
}
