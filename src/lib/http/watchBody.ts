import type { IncomingMessage, ServerResponse } from 'node:http'

/** How long a body may take: without a byte, as a whole, and to be let go once the answer is out. */
export type BodyPatience = { idleMs: number; wholeMs: number; afterAnswerMs: number; lookMs: number }

const BROWSERS: BodyPatience = { idleMs: 20_000, wholeMs: 300_000, afterAnswerMs: 5_000, lookMs: 2_000 }
/** Files of 1C are large and its network may be slow: Node's own `requestTimeout` is the end of them. */
const EXCHANGE: BodyPatience = { ...BROWSERS, idleMs: 60_000, wholeMs: Infinity }

export const bodyPatience = (url = '/'): BodyPatience => (/^\/api\/1c(?:[/?]|$)/.test(url) ? EXCHANGE : BROWSERS)

const TIMED_OUT = 'HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n'

/**
 * Ends a request whose body was declared and does not come: it would hold a place, and whoever reads it, for as long
 * as it likes. Time is not counted while bytes lie unread here: then it is the portal that is slow.
 */
export function watchBody(
  request: IncomingMessage,
  response: ServerResponse,
  patience: BodyPatience = bodyPatience(request.url),
): void {
  if (!declaresBody(request)) return
  const began = Date.now()
  let seen = request.socket.bytesRead
  let moved = began
  let answered: number | null = null
  response.once('finish', () => (answered = Date.now()))
  const timer = setInterval(() => {
    const { socket } = request
    if (request.complete || socket.destroyed) return clearInterval(timer)
    const now = Date.now()
    if (socket.bytesRead !== seen || request.readableLength > 0) {
      seen = socket.bytesRead
      moved = now
    }
    const isOver =
      now - moved > patience.idleMs ||
      now - began > patience.wholeMs ||
      (answered !== null && now - answered > patience.afterAnswerMs)
    if (!isOver) return
    clearInterval(timer)
    // As Node itself ends a request that is late: whoever handles it sees an aborted one.
    if (!response.headersSent) socket.write(TIMED_OUT)
    socket.destroySoon()
  }, patience.lookMs)
  timer.unref()
}

const declaresBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
