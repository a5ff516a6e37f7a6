import { z } from 'zod'
import type { Resource } from '@/src/mechanisms/exchange/items/defineResource'
import { externalId } from '@/src/mechanisms/exchange/items/fields'
import { fromBase64 } from '../document-files/storePdf'
import { attachFile } from './document.exchange'
import { documentLabels as labels } from './document.labels'

/** The file of a document alone. It has an address of its own, so it is not among the declared resources. */
export const documentFileResource: Resource = {
  name: 'document-files',
  area: 'documents',
  title: labels.fields.file,
  about: { ru: 'PDF документа', en: 'The PDF of a document' },
  item: z.object({ externalId, file: z.string() }),
  example: { externalId: 'i-0318', file: 'JVBERi0…' },
  keepParked: false,
  // The schema above has parsed both fields as text.
  apply: (context, item) => attachFile(context, String(item.externalId), fromBase64(String(item.file))),
}
