import type { Server, ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { logger } from '../logger'
import { settings } from '../settings'
import { beginShutdown, runShutdown } from '../shutdown'
import { cutStalled } from './cutStalled'

/** What this process serves by, and what it has not finished answering. */
export type Watched = { servers: ReadonlySet<Server>; answers: ReadonlySet<ServerResponse> }

const PATIENCE_MS = 20_000
const LOOK_MS = 1_000

/**
 * Ends the web process in order: `/api/ready` turns, the balancer has SHUTDOWN_DELAY seconds to see it, open streams
 * are closed, no new connection is taken, and requests in flight end. A download whose client takes nothing is not waited for.
 */
export function endWebOnSignal({ servers, answers }: Watched): void {
  let stopping = false
  const stop = async (reason: string): Promise<void> => {
    if (stopping) return
    stopping = true
    logger.info({ reason }, 'web stopping')
    beginShutdown()
    await pause(settings().SHUTDOWN_DELAY * 1_000)
    const closed = Promise.all([...servers].map((server) => new Promise((resolve) => server.close(resolve))))
    cutStalled(answers, LOOK_MS)
    await runShutdown()
    await Promise.race([closed, pause(PATIENCE_MS)])
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal))
  // Started by `npm start`, which was killed: nobody would end this process any more.
  process.on('disconnect', () => void stop('the starting process is gone'))
}
