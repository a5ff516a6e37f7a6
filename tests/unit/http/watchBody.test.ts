import http from 'node:http'
import net, { type AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bodyPatience, watchBody, type BodyPatience } from '@/src/lib/http/watchBody'

const quick: BodyPatience = { idleMs: 150, wholeMs: 1_000, afterAnswerMs: 100, lookMs: 20 }
const ends: string[] = []
let port: number
const server = http.createServer((request, response) => {
  watchBody(request, response, quick)
  request.on('error', () => undefined)
  request.once('close', () => ends.push(`${request.url} ${request.complete ? 'whole' : 'cut'}`))
  if (request.url === '/refused') return void response.writeHead(403).end()
  if (request.url === '/slow')
    return void setTimeout(() => request.resume().once('end', () => response.end('done')), 400)
  request.resume().once('end', () => response.end('done'))
})

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => server.close())

/** Speaks HTTP by hand: what is written and when, and what comes back until the other side hangs up. */
async function speak(
  url: string,
  declared: string,
  parts: ReadonlyArray<readonly [wait: number, text: string]>,
): Promise<{ text: string; ms: number }> {
  const began = performance.now()
  const socket = net.connect(port, '127.0.0.1')
  let text = ''
  socket.on('data', (chunk) => (text += String(chunk)))
  socket.on('error', () => undefined)
  const closed = new Promise((resolve) => socket.once('close', resolve))
  socket.write(`POST ${url} HTTP/1.1\r\nHost: x\r\n${declared}\r\n\r\n`)
  for (const [wait, part] of parts) {
    await pause(wait)
    if (!socket.destroyed) socket.write(part)
  }
  await Promise.race([closed, pause(2_500)])
  const { destroyed } = socket
  socket.destroy()
  return { text: destroyed ? text : `${text} (still open)`, ms: performance.now() - began }
}

describe('a body that was declared', () => {
  it.each(['Content-Length: 1000', 'Transfer-Encoding: chunked'])(
    'and never comes (%s) ends its request',
    async (declared) => {
      const { text, ms } = await speak('/never', declared, [])
      expect(text).toContain('408 Request Timeout')
      expect(text).toContain('Connection: close')
      expect(ms).toBeLessThan(1_500)
      expect(ends).toContain('/never cut')
    },
  )

  it('and comes by drops ends after all', async () => {
    const drops = Array.from({ length: 20 }, () => [80, 'x'] as const)
    expect((await speak('/drops', 'Content-Length: 1000', drops)).text).toContain('408')
  })

  it('is let go once the answer is out', async () => {
    const { text, ms } = await speak('/refused', 'Content-Length: 1000', [])
    expect(text).toMatch(/^HTTP\/1.1 403/)
    expect(text).not.toContain('still open')
    expect(ms).toBeLessThan(1_500)
  })

  it('may take its time, and waits for a portal that is slow', async () => {
    expect(
      (
        await speak('/whole', 'Connection: close\r\nContent-Length: 3', [
          [100, 'a'],
          [100, 'b'],
          [100, 'c'],
        ])
      ).text,
    ).toContain('done')
    expect((await speak('/slow', 'Connection: close\r\nContent-Length: 3', [[0, 'abc']])).text).toContain('done')
  })

  it('of 1C may take longer', () => {
    expect(bodyPatience('/api/1c/commerceml?mode=file').idleMs).toBeGreaterThan(bodyPatience('/api/users').idleMs)
    expect(bodyPatience('/api/1cx')).toEqual(bodyPatience('/orders'))
  })
})
