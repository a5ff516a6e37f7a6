import { once } from 'node:events'
import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { cutStalled } from '@/src/lib/http/cutStalled'

/** More than sockets hold on their way. */
const LARGE = Buffer.alloc(32 * 1024 * 1024)
const LOOK_MS = 1_000
/** How much a slow client takes from one look to the next. */
const TAKEN = 4 * 1024 * 1024

function* pieces(): Generator<Buffer> {
  for (let at = 0; at < LARGE.length; at += 65_536) yield LARGE.subarray(at, at + 65_536)
}

let server: http.Server
let answers: Set<ServerResponse>
let stopLooking: () => void
let give: (response: ServerResponse) => void

async function ask(): Promise<IncomingMessage> {
  const { port } = server.address() as AddressInfo // it listens on a port
  const request = http.get({ port, agent: false })
  const [answer] = (await once(request, 'response')) as [IncomingMessage] // the argument of this event
  return answer
}

const endOf = (answer: IncomingMessage): Promise<'whole' | 'cut'> =>
  new Promise((resolve) => {
    answer.on('end', () => resolve('whole'))
    answer.on('error', () => resolve('cut'))
  })

describe('answers while a process ends', () => {
  beforeEach(async () => {
    // The looks come when the test says so: a busy machine is no stalled client.
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    answers = new Set()
    server = http.createServer((_request, response) => {
      answers.add(response)
      response.once('close', () => answers.delete(response))
      give(response)
    })
    server.listen(0)
    await once(server, 'listening')
    stopLooking = cutStalled(answers, LOOK_MS)
  })

  afterEach(() => {
    stopLooking()
    vi.useRealTimers()
    server.closeAllConnections()
    server.close()
  })

  it('are cut when the client has left a download half-way, so that nothing holds the process', async () => {
    give = (response) => response.end(LARGE)
    const answer = await ask()
    answer.pause()
    const end = endOf(answer)
    let closed = false
    server.close(() => (closed = true))
    while (!closed) {
      vi.advanceTimersByTime(LOOK_MS)
      await new Promise((resolve) => setImmediate(resolve))
    }
    answer.resume()
    expect(await end).toBe('cut')
  })

  it('go on while they are still being made', async () => {
    let made = (): unknown => undefined
    give = (response) => {
      response.write('first')
      made = () => response.end('last')
    }
    const answer = await ask()
    const end = endOf(answer)
    await once(answer, 'data')
    vi.advanceTimersByTime(LOOK_MS * 8)
    made()
    expect(await end).toBe('whole')
  })

  it('go on while they are taken, however slowly', async () => {
    give = (response) => void Readable.from(pieces()).pipe(response)
    const answer = await ask()
    let taken = 0
    answer.on('data', (piece: Buffer) => {
      if (Math.trunc((taken += piece.length) / TAKEN) > Math.trunc((taken - piece.length) / TAKEN))
        vi.advanceTimersByTime(LOOK_MS)
      answer.pause()
      setImmediate(() => answer.resume())
    })
    expect(await endOf(answer)).toBe('whole')
  })
})
