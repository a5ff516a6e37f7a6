import type { DocumentRow } from '@/collections/documents/documents/document.queries'
import { longDay } from '@/src/lib/dates'
import { say, type Locale } from '@/src/lib/i18n'
import { FileRow } from '@/src/ui/thing/FileRow'
import { documentsPage as words } from './documents.labels'
import { documentName, documentPreview, fileKind, fileSize } from './documentWords'

type Props = { documents: DocumentRow[]; locale: Locale; zone: string; href: (path: string) => string }

/** Documents of a thing as files that open over the page; one without a file yet says so and leads to its own page. */
export function DocumentRows({ documents, locale, zone, href }: Props) {
  return (
    <>
      {documents.map((row) => (
        <FileRow
          download={row.fileId ? { href: href(`/documents/${row.id}/file?save=1`), label: say(words.download, locale) } : undefined}
          href={href(`/documents/${row.id}`)}
          key={row.id}
          kind={fileKind(row.mime)}
          name={documentName(row, locale)}
          note={row.fileId ? longDay(row.date, locale, zone) : `${longDay(row.date, locale, zone)}, ${say(words.noFile, locale)}`}
          preview={documentPreview(row, { locale, zone, href }) ?? undefined}
          size={fileSize(row.size, locale)}
        />
      ))}
    </>
  )
}
