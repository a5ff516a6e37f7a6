import { say, type Locale } from '@/src/lib/i18n'
import { adminLabels } from '../admin.labels'
import { visitorLabels } from './people.labels'
import { SignOutHere } from './SignOutHere'

const words = visitorLabels

/** What a person of the cabinet finds at the panel's address: whose it is, the way back, and a way to sign in as an employee. */
export function CabinetVisitor({ name, locale }: { name: string; locale: Locale }) {
  return (
    <main className="kb-page kb-visitor">
      <div className="kb-head">
        <h1>{say(words.title, locale)}</h1>
      </div>
      <section className="kb-sheet">
        <p className="kb-empty">{say(words.text, locale, { name })}</p>
        <div className="kb-bar kb-pad">
          <a className="kb-btn" data-tone="main" href={locale === 'ru' ? '/' : `/${locale}`}>
            {say(words.back, locale)}
          </a>
          <SignOutHere failed={say(adminLabels.failed, locale)} label={say(words.leave, locale)} />
        </div>
      </section>
    </main>
  )
}
