import { longDay } from '@/src/lib/dates'
import type { Locale } from '@/src/lib/i18n'
import type { CardFile } from '@/src/mechanisms/home/homeViews'
import type { PreviewItem } from '@/src/ui/preview/previewItem'

/** For whom a file is told of, and where. */
export type FilePlace = { locale: Locale; zone: string; href: (path: string) => string }

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
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: bytes < 1_000_000 ? 0 : 1,
  }).format(value)
}

/** How a file is looked at over the page; null while there are no bytes. */
export function filePreview(
  { href: page, file, name, date, mime, size }: CardFile,
  { locale, zone, href }: FilePlace,
): PreviewItem | null {
  if (!file) return null
  const note = [longDay(date, locale, zone), fileKind(mime), fileSize(size, locale)].filter(Boolean).join(' · ')
  return { href: href(page), file: href(file), mime: mime ?? '', name, note }
}
