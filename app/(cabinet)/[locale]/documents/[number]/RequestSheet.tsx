import { isOpen, type DocumentRequest } from '@/collections/documents/document-requests/document-request.queries'
import { humanDate } from '@/src/lib/dates'
import { say, type Locale } from '@/src/lib/i18n'
import { Sheet } from '@/src/ui/base/Sheet'
import { State } from '@/src/ui/base/State'
import { SubmitButton } from '@/src/ui/base/SubmitButton'
import { submitDocumentRequest, takeBack } from './document.server'
import { documentPage as words } from './document.labels'

type OriginalProps = { document: string; request: DocumentRequest | undefined; locale: Locale; zone: string }

/** A paper original: asked for here, and here it is seen what has become of it. */
export function OriginalSheet({ document, request, locale, zone }: OriginalProps) {
  return (
    <Sheet
      actions={
        isOpen(request) ? null : (
          <form action={submitDocumentRequest.bind(null, locale, document, 'original')}>
            <SubmitButton>{say(request ? words.askAgain : words.askOriginal, locale)}</SubmitButton>
          </form>
        )
      }
      id="original"
      padded
      title={say(words.original, locale)}
    >
      {request ? (
        <RequestState locale={locale} request={request} zone={zone} />
      ) : (
        <p className="text-md text-ink-2">{say(words.originalText, locale)}</p>
      )}
    </Sheet>
  )
}

/** What has become of a request; while nobody prepares it, it can be taken back. */
export function RequestState({ request, locale, zone }: { request: DocumentRequest; locale: Locale; zone: string }) {
  const when = humanDate(request.finishedAt ?? request.at, locale, zone)
  const tones = { waiting: 'wait', leased: 'run', done: 'good', notFound: 'bad', denied: 'bad' } as const
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-md" role="status">
      <span>
        <State tone={tones[request.status]}>{say(words.requestState[request.status], locale)}</State>
        <span className="block text-sm text-ink-2">{request.reason ? `${when}: ${request.reason}` : when}</span>
      </span>
      {request.status === 'waiting' ? (
        <form action={takeBack.bind(null, locale, request.id)} className="no-print">
          <SubmitButton size="s" tone="flat">
            {say(words.takeBack, locale)}
          </SubmitButton>
        </form>
      ) : null}
    </div>
  )
}
