import Link from 'next/link'
import type { AdminViewServerProps } from 'payload'
import { say } from '@/src/lib/i18n'
import { adminLabels } from '../admin.labels'
import { Frame } from './Frame'
import { panelLocale } from './panelLocale'

/** A page of the panel that is not for this person's role: what it is, and the way out. */
export function Denied({ view }: { view: AdminViewServerProps }) {
  const locale = panelLocale(view.initPageResult.req.i18n.language)
  const refusal = (
    <>
      <div className="kb-head">
        <h1>{say(adminLabels.denied.title, locale)}</h1>
      </div>
      <section className="kb-sheet">
        <p className="kb-empty">
          {say(adminLabels.denied.text, locale)}{' '}
          <Link className="kb-inline" href="/admin">
            {say(adminLabels.denied.home, locale)}
          </Link>
        </p>
      </section>
    </>
  )
  // A person of the cabinet has no navigation to be shown.
  return view.initPageResult.req.user?.collection === 'staff' ? (
    <Frame view={view}>{refusal}</Frame>
  ) : (
    <div className="kb-page">{refusal}</div>
  )
}
