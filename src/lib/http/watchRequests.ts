import { Server, type IncomingMessage, type ServerResponse } from 'node:http'
import { logger, withRequestId } from '../logger'
import { settings } from '../settings'
import { ADDRESS_HEADER, clientAddress } from './clientAddress'
import { areaOf, metrics } from './metrics'
import { saneRequestId } from './requestId'

/** What may not stand in an address that is logged. */
const pathOnly = (url = '/'): string => url.replace(/[?#].*$/, '')

/**
 * Gives every request of this process its caller's address and an id (in its headers, its answer, its log lines and its jobs), measures it and
 * logs its end. It stands below Next, so pages, server actions, REST and the exchange are all covered alike.
 * @returns the servers that have answered so far, for the shutdown
 */
export function watchRequests(): ReadonlySet<Server> {
  const servers = new Set<Server>()
  const emit = Server.prototype.emit
  Server.prototype.emit = function watched(this: Server, event: string | symbol, ...args: unknown[]): boolean {
    if (event !== 'request') return Reflect.apply(emit, this, [event, ...args]) as boolean // emit gives a boolean
    servers.add(this)
    const [request, response] = args as [IncomingMessage, ServerResponse] // the arguments of this event
    const id = saneRequestId(request.headers['x-request-id'])
    request.headers['x-request-id'] = id
    request.headers[ADDRESS_HEADER] = clientAddress(request, settings().TRUST_PROXY)
    response.setHeader('x-request-id', id)
    measure(request, response, id)
    return withRequestId(id, () => Reflect.apply(emit, this, [event, ...args]) as boolean)
  }
  return servers
}

function measure(request: IncomingMessage, response: ServerResponse, id: string): void {
  const began = performance.now()
  // Next rewrites the address on its way.
  const { method = 'GET', url } = request
  response.once('close', () => {
    const area = areaOf(url ?? '/')
    const status = response.writableFinished ? String(response.statusCode) : 'aborted'
    const seconds = (performance.now() - began) / 1_000
    metrics().requests.observe({ method, area, status }, seconds)
    if (area === 'static' || area === 'api/health' || area === 'api/ready') return
    withRequestId(id, () => logger.info({ method, path: pathOnly(url), status, ms: Math.round(seconds * 1_000) }, 'request'))
  })
}
