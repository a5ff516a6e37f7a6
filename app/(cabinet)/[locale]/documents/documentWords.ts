import type { DocumentRow } from '@/collections/documents/documents/document.queries'
import { documentFile } from '@/collections/documents/documents/document.words'
import type { PreviewItem } from '@/src/ui/preview/previewItem'
import { filePreview, type FilePlace } from '../../_files/fileWords'

/** How a document's file is looked at; null while there is no file. */
export const documentPreview = (row: DocumentRow, place: FilePlace): PreviewItem | null =>
  filePreview(documentFile(row, place.locale), place)
