import { defineModule } from '@/src/mechanisms/modules/defineModule'
import { documentPane, papersOfRecords } from './documents/document.pane'
import { documentRequestEvents } from './document-requests/document-request.events'
import { documentEvents } from './documents/document.events'
import { documentFiles } from './document-files/document-file.collection'
import { cancelRequest, requestDocument } from './document-requests/document-request.actions'
import { documentRequests } from './document-requests/document-request.collection'
import { documentReady, documentRefused, documentRequested } from './document-requests/document-request.notifications'
import { answerRequest, leaseRequests } from './document-requests/document-request.erp.actions'
import { answerReconciliation, reconciliationAnswered } from './documents/document.answer.actions'
import { documentFileResource } from './documents/document-file.exchange'
import { documents } from './documents/document.collection'
import { documentConsumer } from './documents/document.commerceml'
import { documentResource } from './documents/document.exchange'
import { orderPapers } from './documents/orderPapers'
import { documentPublished } from './documents/document.notifications'
import './document-requests/document-request.errors'
import { documentAsks } from './documents/document.asks'
import { documentSearch } from './documents/document.search'
import { markDocumentSeen, sendDocumentCopies } from './documents/document.actions'
import { copiesJob } from './documents/document.jobs'
import { documentRecord, documentTalk } from './documents/document.record'
import { documentRequestRecord } from './document-requests/document-request.record'
import { requestsFigure } from './document-requests/document-request.figures'
import { documentFigures } from './documents/document.figures'
import { documentCard } from './documents/document.home'
import { archiveDocuments, askForCopies, documentsList } from './documents/document.list'
import { documentFileRoute, documentRoute, documentsRoute, papersOfOrderRoute } from './documents/document.front'

export const documentsModule = defineModule({
  slug: 'documents',
  label: { ru: 'Документы', en: 'Documents' },
  dependsOn: ['clients'],
  knows: ['contracts', 'sales'],
  collections: [documents, documentFiles, documentRequests],
  parts: [
    documentsRoute,
    documentRoute,
    documentFileRoute,
    papersOfOrderRoute,
    documentPane,
    papersOfRecords,
    ...documentFigures,
    requestsFigure,
    documentCard,
    documentsList,
    archiveDocuments,
    askForCopies,
    documentRecord,
    ...documentTalk,
    documentRequestRecord,
    documentRequestEvents,
    documentEvents,
    requestDocument,
    cancelRequest,
    documentResource,
    documentConsumer,
    orderPapers,
    documentPublished,
    documentReady,
    ...documentRequested,
    documentRefused,
    ...documentAsks,
    documentSearch,
    markDocumentSeen,
    sendDocumentCopies,
    copiesJob,
    leaseRequests,
    answerRequest,
    documentFileResource,
    answerReconciliation,
    reconciliationAnswered,
  ],
  capabilities: {
    'documents.read': { ru: 'Видит документы', en: 'Sees documents' },
  },
  // Orders, contracts and messages carry files too.
  shared: ['document-files'],
  ofMechanisms: ['document-files'],
  nav: [
    {
      href: '/documents',
      label: { ru: 'Документы', en: 'Documents' },
      needs: 'documents.read',
      icon: 'documents',
      phone: true,
      order: 40,
    },
  ],
  commands: [
    {
      href: '/documents',
      label: { ru: 'Найти счёт, УПД, акт', en: 'Find an invoice or an act' },
      needs: 'documents.read',
    },
  ],
})
