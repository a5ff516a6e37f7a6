import { defineTalk } from '@/src/mechanisms/comments/defineTalk'
import { defineRecord } from '@/src/mechanisms/records/defineRecord'
import { numberedPage, type Numbered } from '@/src/mechanisms/records/numbered'

export const documentRecord = defineRecord({
  entity: 'documents',
  needs: 'documents.read',
  page: numberedPage('/documents'),
})

export const documentTalk = defineTalk(documentRecord, { ru: 'документ', en: 'document' })

declare module '@/src/mechanisms/records/defineRecord' {
  interface RecordKeys {
    documents: Numbered
  }
}
