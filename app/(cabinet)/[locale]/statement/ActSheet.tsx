import { isOpen, type DocumentRequest } from '@/collections/documents/document-requests/document-request.queries'
import { fullDate } from '@/src/lib/dates'
import { say, type Locale } from '@/src/lib/i18n'
import { Sheet } from '@/src/ui/base/Sheet'
import { SubmitButton } from '@/src/ui/base/SubmitButton'
import { RequestState } from '../documents/[number]/RequestSheet'
import { statementPage as words } from './statement.labels'
import { askAct } from './statement.server'

type ActSheetProps = {
  request: DocumentRequest | undefined
  period: { from: string; to: string }
  locale: Locale
  zone: string
}

/** An act of reconciliation for the days that are shown: asked for here, and here it is seen what has become of it. */
export function ActSheet({ request, period, locale, zone }: ActSheetProps) {
  const days = { from: fullDate(period.from, locale), to: fullDate(period.to, locale) }
  return (
    <Sheet title={say(words.act, locale)} padded className="no-print">
      <div className="grid gap-3">
        <p className="text-md text-ink-2">{say(words.actText, locale, days)}</p>
        {request ? <RequestState request={request} locale={locale} zone={zone} /> : null}
        {isOpen(request) ? null : (
          <form action={askAct.bind(null, locale, period)}>
            <SubmitButton>{say(request ? words.askActAgain : words.askAct, locale)}</SubmitButton>
          </form>
        )}
      </div>
    </Sheet>
  )
}
