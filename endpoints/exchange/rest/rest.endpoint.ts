import type { Endpoint } from 'payload'
import { ackChangesEndpoint, getChanges } from './changes.endpoint'
import { docsEndpoint, openApiEndpoint } from './docs.endpoint'
import { getDocumentRequests, postDocumentFile, postRequestResult } from './documents.endpoint'
import { getItems, postItems, putItems } from './items.endpoint'
import { getOrders } from './orders.endpoint'

/** The exchange over REST. Named addresses stand before `/:entity`, which takes what is left. */
export const restEndpoints: Endpoint[] = [
  openApiEndpoint,
  docsEndpoint,
  getChanges,
  ackChangesEndpoint,
  getDocumentRequests,
  postRequestResult,
  postDocumentFile,
  getOrders,
  getItems,
  putItems,
  postItems,
]
