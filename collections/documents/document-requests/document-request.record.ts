import { defineRecord } from '@/src/mechanisms/records/defineRecord'

export const documentRequestRecord = defineRecord({ entity: 'document-requests', needs: 'documents.read' })
