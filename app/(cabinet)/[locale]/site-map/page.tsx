import { say } from '@/src/lib/i18n'
import { PageHead } from '@/src/ui/base/PageHead'
import { Sheet } from '@/src/ui/base/Sheet'
import { TextLink } from '@/src/ui/base/TextLink'
import { cabinetPage, pageTitle } from '../../_page/cabinetPage'
import { areasFor } from '../../_shell/areas'
import { shellWords as words } from '../../_shell/shell.labels'

export const generateMetadata = pageTitle(words.siteMap)

/** Every place of the cabinet that this person may go to. */
export default cabinetPage({}, async ({ session, locale, href }) => {
  const areas = await areasFor(session, locale)
  const own = [
    { href: href('/notifications'), label: say(words.notifications, locale) },
    { href: href('/profile'), label: say(words.profile, locale) },
  ]
  return (
    <>
      <PageHead locale={locale} title={say(words.siteMap, locale)} />
      <Sheet label={say(words.siteMap, locale)} padded>
        <ul className="grid gap-2.5">
          {[...areas, ...own].map(({ href: to, label }) => (
            <li key={to}>
              <TextLink href={to}>{label}</TextLink>
            </li>
          ))}
        </ul>
      </Sheet>
    </>
  )
})
