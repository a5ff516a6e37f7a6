import { expect, it } from 'vitest'
import {
  needsDocument,
  needsPeriod,
  requestKinds,
} from '@/collections/documents/document-requests/document-request.rules'

it('a request names a period or a document, never both', () => {
  expect(requestKinds.filter(needsPeriod)).toEqual(['reconciliation', 'closing'])
  expect(requestKinds.filter(needsDocument)).toEqual(['copy', 'original'])
})
