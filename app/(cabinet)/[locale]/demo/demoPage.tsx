import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { settings } from '@/src/lib/settings'
import { openPage } from '../../_page/openPage'
import { currentSession } from '../../_session/session'

/** A page of the demo alone, open to whoever looks at it; a portal that is not one has none of them. */
export function demoPage<Props>(render: (props: Props) => Promise<ReactNode>) {
  return openPage(async (props: Props) => {
    if (!settings().DEMO) notFound()
    const page = await render(props)
    // Signed in, the cabinet's frame stands around it already.
    return (await currentSession()) ? page : <main className="mx-auto w-full max-w-page px-4 py-7 md:px-6">{page}</main>
  })
}
