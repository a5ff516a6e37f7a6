import { defineModule } from '@/src/mechanisms/modules/defineModule'
import { documentFiles } from './document-files/document-file.collection'
import { documentRequests } from './document-requests/document-request.collection'
import { documents } from './documents/document.collection'

export const documentsModule = defineModule({
  slug: 'documents',
  label: { ru: 'Документы', en: 'Documents' },
  collections: [documents, documentFiles, documentRequests],
  nav: [{ href: '/documents', label: { ru: 'Документы', en: 'Documents' }, needs: 'documents.read', order: 40 }],
})
