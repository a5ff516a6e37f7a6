import { defineModule } from '@/src/mechanisms/modules/defineModule'
import { documentRequestEvents } from './document-requests/document-request.events'
import { documentEvents } from './documents/document.events'
import { documentFiles } from './document-files/document-file.collection'
import { cancelRequest, requestDocument } from './document-requests/document-request.actions'
import { documentRequests } from './document-requests/document-request.collection'
import { documentReady, documentRefused } from './document-requests/document-request.notifications'
import { answerRequest, leaseRequests } from './document-requests/document-request.erp'
import { answerReconciliation, reconciliationAnswered } from './documents/document.answer'
import { documentFileResource } from './documents/document-file.exchange'
import { documents } from './documents/document.collection'
import { documentConsumer } from './documents/document.commerceml'
import { documentResource } from './documents/document.exchange'
import { documentPublished } from './documents/document.notifications'
import './document-requests/document-request.messages'
import { documentAsks } from './documents/document.asks'
import { documentSearch } from './documents/document.search'
import { markDocumentSeen, sendDocumentCopies } from './documents/document.actions'
import { copiesJob } from './documents/document.copies'

export const documentsModule = defineModule({
  slug: 'documents',
  label: { ru: 'Документы', en: 'Documents' },
  collections: [documents, documentFiles, documentRequests],
  parts: [
    documentRequestEvents,
    documentEvents,
    requestDocument, cancelRequest, documentResource, documentConsumer, documentPublished, documentReady, documentRefused, ...documentAsks, documentSearch,
    markDocumentSeen, sendDocumentCopies, copiesJob, leaseRequests, answerRequest, documentFileResource, answerReconciliation, reconciliationAnswered,
  ],
  capabilities: ['documents.read'],
  // Orders, contracts and messages carry files too.
  shared: ['document-files'],
  nav: [{ href: '/documents', label: { ru: 'Документы', en: 'Documents' }, needs: 'documents.read', icon: 'documents', phone: true, order: 40 }],
  commands: [{ href: '/documents', label: { ru: 'Найти счёт, УПД, акт', en: 'Find an invoice or an act' }, needs: 'documents.read' }],
})
