import { documentsList } from '@/collections/documents/documents/document.list'
import { listFile } from '../../../_list/listFile'

/** The list as it is seen, as XLSX. */
export const GET = listFile(documentsList)
