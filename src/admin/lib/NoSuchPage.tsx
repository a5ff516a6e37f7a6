import { say, type Locale } from '@/src/lib/i18n'
import { adminLabels } from '../admin.labels'

/** An address of the panel where nothing is, and the way out. */
export function NoSuchPage({ locale }: { locale: Locale }) {
  return (
    <div className="kb-page">
      <div className="kb-head">
        <h1>{say(adminLabels.noSuchPage, locale)}</h1>
      </div>
      <section className="kb-sheet">
        <p className="kb-empty">
          {/* A whole load: what stands around this page is not there to be kept. */}
          <a className="kb-inline" href="/admin">
            {say(adminLabels.denied.home, locale)}
          </a>
        </p>
      </section>
    </div>
  )
}
