import { documentLabels } from '@/collections/documents/documents/document.labels'
import type { DocumentRow } from '@/collections/documents/documents/document.queries'
import { longDay } from '@/src/lib/dates'
import { say, type Locale, type Text } from '@/src/lib/i18n'
import type { PreviewItem } from '@/src/ui/preview/previewItem'
import { documentsPage as words } from './documents.labels'

const kinds: Record<string, Text> = documentLabels.options.kind

/** «Счёт на оплату № 1131» */
export function documentName(row: Pick<DocumentRow, 'kind' | 'number'>, locale: Locale): string {
  const kind = kinds[row.kind]
  return say(words.nameOf, locale, { kind: kind ? say(kind, locale) : row.kind, number: row.number })
}

const ENDINGS: Record<string, string> = {
  'application/pdf': 'PDF',
  'application/zip': 'ZIP',
  'image/jpeg': 'JPG',
  'image/png': 'PNG',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'DOCX',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'XLSX',
}

/** «PDF» of a MIME type. */
export const fileKind = (mime: string | null): string | undefined => (mime ? ENDINGS[mime] : undefined)

/** «240 КБ» of a number of bytes. */
export function fileSize(bytes: number | null, locale: Locale): string | undefined {
  if (bytes === null) return undefined
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1_000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte']
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: bytes < 1_000_000 ? 0 : 1 }).format(value)
}

/** How a document's file is looked at; null while there is no file. */
export function documentPreview(row: DocumentRow, { locale, zone, href }: { locale: Locale; zone: string; href: (path: string) => string }): PreviewItem | null {
  if (!row.fileId) return null
  const note = [longDay(row.date, locale, zone), fileKind(row.mime), fileSize(row.size, locale)].filter(Boolean).join(' · ')
  return { href: href(`/documents/${row.id}`), file: href(`/documents/${row.id}/file`), mime: row.mime ?? '', name: documentName(row, locale), note }
}
