import { dayInZone, daysUntil, humanDate, numericDay } from '@/src/lib/dates'
import { defineLabels, say, type Locale, type Text } from '@/src/lib/i18n'
import type { CardFile } from '@/src/mechanisms/home/homeViews'
import { pageOf } from '@/src/mechanisms/records/defineRecord'
import { documentLabels } from './document.labels'
import { documentList } from './document.list.labels'
import type { DocumentRow } from './document.queries'

const kinds: Record<string, Text> = documentLabels.options.kind
const words = defineLabels({
  nameOf: { ru: '{kind} № {number}', en: '{kind} No. {number}' },
  dated: { ru: '{name} от {day}', en: '{name} of {day}' },
})

/** «Счёт на оплату № 1131» */
export function documentName(row: Pick<DocumentRow, 'kind' | 'number'>, locale: Locale): string {
  const kind = kinds[row.kind]
  return say(words.nameOf, locale, { kind: kind ? say(kind, locale) : row.kind, number: row.number })
}

/** What the file of a copy is called in a letter: «Счёт на оплату № 1131 от 24.11.2026.pdf». */
export function copyName(
  row: Pick<DocumentRow, 'kind' | 'number'> & { date: string; filename: string },
  locale: Locale,
): string {
  const name = say(words.dated, locale, { name: documentName(row, locale), day: numericDay(row.date) })
  // Signs that a disk does not take in a name.
  return name.replace(/[\u0000-\u001f<>:"/\\|?*]/g, '-') + (/\.\w{1,8}$/.exec(row.filename)?.[0] ?? '')
}

/** A document as a file among the things of a page. */
export function documentFile(row: DocumentRow, locale: Locale): CardFile {
  const { id, date, mime, size } = row
  const page = pageOf('documents', row)
  return {
    key: id,
    href: page,
    file: row.fileId ? `${page}/file` : null,
    name: documentName(row, locale),
    date,
    mime,
    size,
  }
}

type Tone = 'good' | 'wait' | 'bad'

/** What is to be done about a document: its payment, or the answer to a reconciliation; null for the rest. */
export function documentStanding(row: DocumentRow, zone: string): { label: Text; tone: Tone } | null {
  if (row.cancelled) return { label: documentList.cancelled, tone: 'bad' }
  if (row.kind === 'reconciliation')
    return { label: documentList.reconciled[row.answer ?? 'waits'], tone: row.answer === 'agreed' ? 'good' : 'wait' }
  if (row.kind !== 'invoice') return null
  if (row.paid >= row.total) return { label: documentList.paid, tone: 'good' }
  return row.dueDate !== null && daysUntil(row.dueDate, zone) < 0
    ? { label: documentList.late, tone: 'bad' }
    : { label: documentList.waits, tone: 'wait' }
}

/** «срок завтра», of an invoice that is not paid. */
export function documentDue(row: DocumentRow, zone: string, locale: Locale): string | null {
  if (row.kind !== 'invoice' || row.cancelled || row.paid >= row.total || !row.dueDate) return null
  return say(documentList.dueOn, locale, { day: humanDate(dayInZone(row.dueDate, zone), locale, zone) })
}

/** What it is about: its order, else its contract. */
export function documentAbout(row: DocumentRow, locale: Locale): string | null {
  if (row.order) return say(documentList.order, locale, { number: row.order })
  return row.contractId ? say(documentList.contract, locale, { number: row.contract ?? '' }) : null
}
