import { once } from 'node:events'
import { get } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startPortal, type Portal } from '@/tests/support/portal'

let portal: Portal

/** How long a web process may take to start while everything else of the suite runs beside it, in ms. */
const START = 90_000

/** Web processes that have said they take requests, in the order they did. */
const serving = (): number[] =>
  [...portal.log().matchAll(/(?:process|процесс) (\d+) (?:takes|принимает)/g)].map(([, pid]) => Number(pid))

/** One request over a connection of its own, so that any process may get it. */
const status = (path: string) =>
  new Promise<number>((resolve, reject) => {
    get(`${portal.url}${path}`, { agent: false }, (answer) => {
      answer.resume()
      answer.once('end', () => resolve(answer.statusCode ?? 0))
    }).once('error', reject)
  })

/** Kills a process and asks until another one has come in its place; gives what the answers were. */
async function loseOne(pid: number): Promise<Set<number>> {
  const before = serving().length
  process.kill(pid, 'SIGKILL')
  // A connection that is handed over in the moment of its death goes with it.
  await new Promise((resolve) => setTimeout(resolve, 300))
  const seen = new Set<number>()
  await expect
    .poll(
      async () => {
        seen.add(await status('/api/health'))
        return serving().length
      },
      { timeout: START, interval: 50 },
    )
    .toBe(before + 1)
  return seen
}

describe('npm run serve with WEB_PROCESSES=2', () => {
  beforeAll(async () => {
    portal = await startPortal({ webs: 2, worker: false })
  })
  afterAll(() => portal?.stop())

  it('serves from two processes behind one port, and goes on from either while the other is started again', async () => {
    await expect.poll(() => serving().length, { timeout: START }).toBe(2)
    const [one = 0, other = 0] = serving()
    expect(await loseOne(one)).toEqual(new Set([200]))
    expect(await loseOne(other)).toEqual(new Set([200]))
    expect(await status('/login')).toBe(200)
  }, 300_000)

  it('ends in order at SIGTERM: all of them, with code 0', async () => {
    const living = serving().slice(-2)
    const ended = once(portal.web, 'exit')
    portal.web.kill('SIGTERM')
    expect(await ended).toEqual([0, null])
    for (const pid of living) expect(() => process.kill(pid, 0)).toThrow(/ESRCH/)
    expect(portal.log().match(/web stopping/g)).toHaveLength(2)
  })
})
