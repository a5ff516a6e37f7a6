import Link from 'next/link'
import { near } from '@/src/ui/base/near'
import { activeForms } from '@/collections/forms/forms/form.queries'
import { say } from '@/src/lib/i18n'
import { PageHead } from '@/src/ui/base/PageHead'
import { Sheet } from '@/src/ui/base/Sheet'
import { EmptyState } from '@/src/ui/feedback/EmptyState'
import { cabinetPage, pageTitle } from '../../_page/cabinetPage'
import { formsPage as words } from './forms.labels'

export const generateMetadata = pageTitle(words.title)

/** The forms that the company takes answers by. */
export default cabinetPage({ module: 'forms' }, async ({ session, locale, href }) => {
  const forms = await activeForms(session.req, locale)
  return (
    <>
      <PageHead locale={locale} title={say(words.title, locale)} />
      {forms.length === 0 ? (
        <EmptyState title={say(words.none, locale)}>
          {say(session.user.kind === 'employee' ? words.noneEmployee : words.noneText, locale)}
        </EmptyState>
      ) : (
        <Sheet label={say(words.title, locale)} padded>
          <ul className="grid gap-4">
            {forms.map(({ id, slug, title, intro }) => (
              <li key={id}>
                <Link {...near} className="link font-mid" href={href(`/forms/${slug}`)}>
                  {title}
                </Link>
                {intro ? <p className="mt-0.5 text-md text-ink-2">{intro}</p> : null}
              </li>
            ))}
          </ul>
        </Sheet>
      )}
    </>
  )
})
