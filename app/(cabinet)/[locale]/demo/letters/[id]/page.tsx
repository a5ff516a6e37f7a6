import { notFound } from 'next/navigation'
import { lettersFolder } from '@/src/integrations/mail/lettersFolder'
import { readLetter } from '@/src/integrations/mail/letters'
import { linkFor } from '@/src/lib/http/linkFor'
import { isLocale, say } from '@/src/lib/i18n'
import { PageHead } from '@/src/ui/base/PageHead'
import { Sheet } from '@/src/ui/base/Sheet'
import { pageTitle } from '../../../../_page/cabinetPage'
import { demoPage } from '../../demoPage'
import { lettersPage as words } from '../letters.labels'

export const generateMetadata = pageTitle(words.title)

/** One letter as a mail program would show it: no scripts, no forms, in a frame of its own. */
export default demoPage(async ({ params }: { params: Promise<{ locale: string; id: string }> }) => {
  const { locale, id } = await params
  if (!isLocale(locale)) notFound()
  const letter = await readLetter(lettersFolder(), id)
  if (!letter) notFound()
  return (
    <>
      <PageHead
        crumbs={[{ label: say(words.back, locale), href: linkFor({ locale }, '/demo/letters') }]}
        locale={locale}
        sub={`${say(words.to, locale)}: ${letter.to.join(', ')}`}
        title={letter.subject}
      />
      <Sheet label={letter.subject}>
        <iframe
          className="h-[70vh] w-full"
          sandbox="allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation"
          srcDoc={(letter.html ?? letter.text).replaceAll('<a ', '<a target="_top" ')}
          title={letter.subject}
        />
      </Sheet>
    </>
  )
})
