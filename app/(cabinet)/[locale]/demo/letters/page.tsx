import Link from 'next/link'
import { near } from '@/src/ui/base/near'
import { notFound } from 'next/navigation'
import { lettersFolder } from '@/src/integrations/mail/lettersFolder'
import { listLetters } from '@/src/integrations/mail/letters'
import { linkFor } from '@/src/lib/http/linkFor'
import { isLocale, say } from '@/src/lib/i18n'
import { PageHead } from '@/src/ui/base/PageHead'
import { Sheet } from '@/src/ui/base/Sheet'
import { EmptyState } from '@/src/ui/feedback/EmptyState'
import { DateText } from '@/src/ui/money/DateText'
import { pageTitle } from '../../../_page/cabinetPage'
import { demoPage } from '../demoPage'
import { lettersPage as words } from './letters.labels'

export const generateMetadata = pageTitle(words.title)

/** What the demo's own SMTP server has kept, newest first. */
export default demoPage(async ({ params }: { params: Promise<{ locale: string }> }) => {
  const { locale } = await params
  if (!isLocale(locale)) notFound()
  const letters = await listLetters(lettersFolder())
  return (
    <>
      <PageHead locale={locale} sub={say(words.sub, locale)} title={say(words.title, locale)} />
      <Sheet label={say(words.title, locale)}>
        {letters.length === 0 ? (
          <EmptyState title={say(words.empty, locale)}>{say(words.emptyText, locale)}</EmptyState>
        ) : null}
        {letters.map((letter) => (
          <Link
            {...near}
            className="grid gap-x-4 border-t border-line px-5 py-3 first:border-t-0 hover:bg-sunk sm:grid-cols-[9rem_16rem_minmax(0,1fr)]"
            href={linkFor({ locale }, `/demo/letters/${letter.id}`)}
            key={letter.id}
          >
            <DateText className="text-sm text-ink-2" locale={locale} value={letter.receivedAt} />
            <span className="truncate text-ink-2">{letter.to.join(', ')}</span>
            <b className="font-mid">{letter.subject}</b>
          </Link>
        ))}
      </Sheet>
    </>
  )
})
