import type { Endpoint } from 'payload'
import { refusalResponse } from '@/src/mechanisms/actions/errorResponse'
import { actionsEndpoint } from './actions/actions.endpoint'
import { bulkEndpoint } from './bulk/bulk.endpoint'
import { answersEndpoint } from './answers/answers.endpoint'
import { commercemlEndpoints } from './exchange/commerceml/commerceml.endpoint'
import { exchangeFilesEndpoint } from './exchange/files/files.endpoint'
import { restEndpoints } from './exchange/rest/rest.endpoint'
import { frontEndpoints } from './front/front.endpoint'
import { liveEndpoint } from './live/live.endpoint'
import { printEndpoint } from './print/print.endpoint'
import { builtInEndpoint, docxEndpoint, trialEndpoint, xlsxEndpoint } from './print/templatePrint.endpoint'
import { searchEndpoint } from './search/search.endpoint'

/** Payload for Next adds an open address that draws pictures of any title; it takes this one for its own. */
const noPictureMaker: Endpoint = {
  path: '/og',
  method: 'get',
  handler: (req) => refusalResponse(req, 'record.notFound', 404),
}

/** Every custom address under /api. Each one authenticates by itself: Payload does not. */
export const endpoints: Endpoint[] = [
  actionsEndpoint,
  bulkEndpoint,
  liveEndpoint,
  searchEndpoint,
  printEndpoint,
  docxEndpoint,
  xlsxEndpoint,
  trialEndpoint,
  builtInEndpoint,
  answersEndpoint,
  ...commercemlEndpoints,
  exchangeFilesEndpoint,
  ...restEndpoints,
  ...frontEndpoints,
  noPictureMaker,
]
