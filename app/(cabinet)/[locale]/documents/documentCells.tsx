import { documentList as words } from '@/collections/documents/documents/document.list.labels'
import type { DocumentRow } from '@/collections/documents/documents/document.queries'
import {
  documentAbout,
  documentDue,
  documentName,
  documentStanding,
} from '@/collections/documents/documents/document.words'
import { dayInZone } from '@/src/lib/dates'
import { say } from '@/src/lib/i18n'
import { pageOf } from '@/src/mechanisms/records/defineRecord'
import { date, file, link, none, note, quiet, state, strong } from '@/src/ui/list/cell'
import type { Cells } from '../../_list/listCells'
import { fileKind } from '../../_files/fileWords'
import { fileWords } from '../../_files/files.labels'
import { AskForFile } from './AskForFile'
import { documentPreview } from './documentWords'

export const documentCells: Cells<DocumentRow> = {
  number: (row, { locale }) => [strong(documentName(row, locale)), ...note(row.contractor)],
  date: (row, { locale, zone }) => date(dayInZone(row.date, zone), locale, zone),
  about: (row, { locale, linkTo }) => {
    const about = documentAbout(row, locale)
    const page = row.order
      ? pageOf('orders', { number: row.order })
      : pageOf('contracts', { id: row.contractId ?? '', number: row.contract ?? '' })
    return about ? link(about, linkTo(page)) : none(locale)
  },
  payment: (row, { locale, zone }) => {
    const standing = documentStanding(row, zone)
    if (!standing) return none(locale)
    return [state(say(standing.label, locale), standing.tone), ...note(documentDue(row, zone, locale))]
  },
  file: (row, { locale, zone, href }) => {
    const preview = documentPreview(row, { locale, zone, href })
    const asked = row.asked && say(words.asked[row.asked], locale)
    if (!preview && (asked || row.cancelled)) return quiet(asked ?? say(fileWords.noFile, locale))
    if (!preview) return <AskForFile row={row} locale={locale} />
    const save = { as: row.fileName, words: say(words.save, locale, { name: preview.name }) }
    return [file(preview, fileKind(row.mime) ?? say(words.open, locale), save), ...note(asked)]
  },
}
