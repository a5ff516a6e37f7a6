import { documentList as words } from '@/collections/documents/documents/document.list.labels'
import type { DocumentRow } from '@/collections/documents/documents/document.queries'
import { documentName } from '@/collections/documents/documents/document.words'
import { say, type Locale } from '@/src/lib/i18n'
import { SubmitButton } from '@/src/ui/base/SubmitButton'
import { submitDocumentRequest } from './[number]/document.server'

/** Asks the books for the file of a document, in its row; the row then says that it was asked for. */
export function AskForFile({ row, locale }: { row: DocumentRow; locale: Locale }) {
  return (
    <form action={submitDocumentRequest.bind(null, locale, row.id, 'copy')} className="inline-block">
      <SubmitButton size="s" aria-label={say(words.requestNamed, locale, { name: documentName(row, locale) })}>
        {say(words.request, locale)}
      </SubmitButton>
    </form>
  )
}
