import { once } from 'node:events'
import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { setTimeout as pause } from 'node:timers/promises'

const PIECE = 1_500
const BETWEEN_MS = 15
/** What of a page comes in pieces: beyond it nothing is seen without scrolling. */
const SLOW_BYTES = 60_000

/** A portal as it is seen through a poor network: its pages come piece by piece and are painted on the way. */
export async function slowNetwork(to: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const server = http.createServer((request, response) => {
    // A browser that goes on to another page leaves this one half-way.
    pass(to, request, response).catch(() => response.destroy())
  })
  server.listen(0)
  await once(server, 'listening')
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`, // it listens on a port
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

async function pass(to: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const headers = { ...request.headers, 'accept-encoding': 'identity' }
  const onward = http.request(`${to}${request.url}`, { method: request.method, headers })
  response.on('close', () => onward.destroy())
  onward.on('error', () => response.destroy())
  request.pipe(onward)
  const [answer] = (await once(onward, 'response').catch(() => [])) as [IncomingMessage?]
  if (!answer) return
  response.writeHead(answer.statusCode ?? 502, answer.headers)
  if (answer.headers['content-type']?.includes('text/html')) await trickle(await text(answer), response)
  else await pipeline(answer, response)
}

async function trickle(html: string, response: ServerResponse): Promise<void> {
  const page = Buffer.from(html)
  for (let at = 0; at < Math.min(page.length, SLOW_BYTES) && !response.destroyed; at += PIECE) {
    response.write(page.subarray(at, Math.min(at + PIECE, SLOW_BYTES)))
    await pause(BETWEEN_MS)
  }
  response.end(page.subarray(SLOW_BYTES))
}
