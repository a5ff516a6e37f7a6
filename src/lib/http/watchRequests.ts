import { Server, type IncomingMessage, type ServerResponse } from 'node:http'
import { errorText } from '../error-labels'
import { AppError } from '../errors'
import { isLocale } from '../i18n'
import { logger, withRequestId } from '../logger'
import { settings } from '../settings'
import { isStopping } from '../shutdown'
import { ADDRESS_HEADER, clientAddress, dropForwarded, RETRY_HEADER } from './clientAddress'
import { answerMalformed } from './malformedCalls'
import { methodOf, metrics, routeOf } from './metrics'
import { keepPageStatus } from './pageStatus'
import { isPlainPath } from './readable'
import { saneRequestId } from './requestId'
import { watchBody } from './watchBody'
import type { Watched } from './endWeb'

/** Connections are kept longer than a proxy keeps them, so that it is never us who close one while a request comes. */
const patience = { keepAliveTimeout: 65_000, headersTimeout: 70_000, requestTimeout: 900_000 }

/** Asked every few seconds, or for every picture of a page: counted, not logged. */
const quiet = new Set(['/_next', '/api/health', '/api/ready', '/api/metrics'])

/** What may not stand in an address that is logged. */
const pathOnly = (url = '/'): string => url.replace(/[?#].*$/, '')

/**
 * Gives every request of this process its caller's address and an id (in its headers, its answer, its log lines and
 * its jobs), measures it and logs its end. It stands below Next, so pages, server actions, REST and the exchange are all covered alike.
 * @returns the servers that have answered so far and what they have not finished, for the shutdown
 */
export function watchRequests(): Watched {
  const servers = new Set<Server>()
  const answers = new Set<ServerResponse>()
  const emit = Server.prototype.emit
  Server.prototype.emit = function watched(this: Server, event: string | symbol, ...args: unknown[]): boolean {
    if (event !== 'request') return Reflect.apply(emit, this, [event, ...args]) as boolean // emit gives a boolean
    if (!servers.has(this)) {
      servers.add(this)
      Object.assign(this, patience)
    }
    const [request, response] = args as [IncomingMessage, ServerResponse] // the arguments of this event
    const id = saneRequestId(request.headers['x-request-id'])
    request.headers['x-request-id'] = id
    const { isTrusted } = settings().TRUST_PROXY
    request.headers[ADDRESS_HEADER] = clientAddress(request, isTrusted)
    dropForwarded(request, isTrusted)
    // A proxy then opens no second request on a connection that is about to close.
    if (isStopping()) response.shouldKeepAlive = false
    if (isStopping() && goesElsewhere(request)) {
      response.writeHead(502).end()
      return true
    }
    response.setHeader('x-request-id', id)
    answers.add(response)
    measure(request, response, id, () => answers.delete(response))
    watchBody(request, response)
    if (!isPlainPath(pathOnly(request.url))) {
      refusePath(request, response)
      return true
    }
    if (request.method === 'POST') answerMalformed(response, id)
    keepPageStatus(request, response, id)
    return withRequestId(id, () => Reflect.apply(emit, this, [event, ...args]) as boolean)
  }
  return { servers, answers }
}

/**
 * While this process ends, a proxy that can hands its reading to another one; after a few such answers it sends
 * nothing here any more, so that no change meets a closing port. A change is never sent away: it is done here.
 */
function goesElsewhere({ method, headers }: IncomingMessage): boolean {
  return (method === 'GET' || method === 'HEAD') && headers[RETRY_HEADER] !== undefined
}

/** What follows would stumble over it, each in its own way. */
function refusePath({ headers }: IncomingMessage, response: ServerResponse): void {
  const code = 'path.malformed'
  const asked = headers['accept-language']?.slice(0, 2)
  const message = errorText(new AppError(code), isLocale(asked) ? asked : 'ru')
  response
    .writeHead(400, {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    .end(JSON.stringify({ code, message }))
}

function measure(request: IncomingMessage, response: ServerResponse, id: string, ended: () => void): void {
  const began = performance.now()
  // Next rewrites the address on its way.
  const { method = 'GET', url } = request
  response.once('close', () => {
    ended()
    const route = routeOf(url ?? '/')
    const status = response.writableFinished ? String(response.statusCode) : 'aborted'
    const seconds = (performance.now() - began) / 1_000
    metrics().requests.observe({ method: methodOf(method), route, status }, seconds)
    if (quiet.has(route)) return
    withRequestId(id, () =>
      logger.info({ method, path: pathOnly(url), status, ms: Math.round(seconds * 1_000) }, 'request'),
    )
  })
}
