import type { Payload } from 'payload'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { startRest, type TestServer } from './http'
import { makeExchangeNode, oneCAt } from './onec'
import { emptyDatabase, getTestPayload } from './payload'
import { pumpJobs } from './pump'

export type ExchangeGround = {
  readonly payload: Payload
  readonly url: string
  readonly node: string
  /** Sends XML files by their names through the whole dialogue of the catalogue. */
  send: (files: Record<string, string>) => Promise<void>
  stopWorker: () => Promise<void>
  startWorker: () => void
}

/**
 * For each test of a file: an empty database with one exchange node, the portal's HTTP at `url`, and a worker that
 * takes what comes. Called once, outside of `describe`.
 */
export function exchangeGround(): ExchangeGround {
  let server: TestServer
  let stop = async (): Promise<void> => {}
  const ground = {
    payload: undefined as unknown as Payload, // this, the address and the node are there before the first test
    url: '',
    node: '',
    send: async (files: Record<string, string>): Promise<void> => {
      await oneCAt(ground.url, { zip: false }).sendCatalogue({
        files: Object.entries(files).map(([name, content]) => ({ name, content })),
      })
    },
    stopWorker: () => stop(),
    startWorker: () => void (stop = pumpJobs(ground.payload)),
  }
  beforeAll(async () => {
    ground.payload = await getTestPayload()
    server = await startRest()
    ground.url = server.url
  })
  afterAll(() => server.close())
  beforeEach(async () => {
    await emptyDatabase()
    ground.node = await makeExchangeNode(ground.payload)
    ground.startWorker()
    return () => stop()
  })
  return ground
}
