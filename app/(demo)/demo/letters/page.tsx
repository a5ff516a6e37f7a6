import Link from 'next/link'
import { lettersFolder } from '@/src/integrations/mail/lettersFolder'
import { listLetters } from '@/src/integrations/mail/letters'
import { say } from '@/src/lib/i18n'
import { PageHead } from '@/src/ui/base/PageHead'
import { Sheet } from '@/src/ui/base/Sheet'
import { EmptyState } from '@/src/ui/feedback/EmptyState'
import { DateText } from '@/src/ui/money/DateText'
import { lettersPage as words } from './letters.labels'

/** What the demo's own SMTP server has kept, newest first. */
export default async function LettersPage() {
  const letters = await listLetters(lettersFolder())
  return (
    <>
      <PageHead locale="ru" sub={say(words.sub, 'ru')} title={say(words.title, 'ru')} />
      <Sheet label={say(words.title, 'ru')}>
        {letters.length === 0 ? <EmptyState title={say(words.empty, 'ru')}>{say(words.emptyText, 'ru')}</EmptyState> : null}
        {letters.map((letter) => (
          <Link className="grid gap-x-4 border-t border-line px-5 py-3 first:border-t-0 hover:bg-sunk sm:grid-cols-[9rem_16rem_minmax(0,1fr)]" href={`/demo/letters/${letter.id}`} key={letter.id}>
            <DateText className="text-sm text-ink-2" locale="ru" value={letter.receivedAt} />
            <span className="truncate text-ink-2">{letter.to.join(', ')}</span>
            <b className="font-mid">{letter.subject}</b>
          </Link>
        ))}
      </Sheet>
    </>
  )
}
