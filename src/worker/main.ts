import config from '@payload-config'
import { getPayload } from 'payload'
import { startDemoSink } from '@/src/integrations/mail/demoSink'
import { consoleToLogger } from '@/src/lib/consoleToLogger'
import { logger } from '@/src/lib/logger'
import { settings } from '@/src/lib/settings'
import { runShutdown } from '@/src/lib/shutdown'
import { watchQueries } from '@/src/mechanisms/database/watchQueries'
import { startWorker } from '@/src/mechanisms/jobs/worker'

/** The process that does the queued work. Any number of them may run over one database. */
async function run(): Promise<void> {
  watchQueries()
  const payload = await getPayload({ config })
  // Before the jobs: the first of them may be a letter.
  if (settings().DEMO && !settings().SMTP_URL) await startDemoSink()
  const worker = await startWorker(payload, settings().DATABASE_URL)
  logger.info({ pid: process.pid }, 'worker ready')
  process.send?.('ready')

  let stopping = false
  const stop = async (reason: string): Promise<void> => {
    if (stopping) return
    stopping = true
    logger.info({ reason }, 'worker stopping')
    await worker.stop()
    await runShutdown()
    await payload.destroy()
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal))
  // Started by `npm start`, which was killed: nobody would end this process any more.
  process.on('disconnect', () => void stop('the starting process is gone'))
}

consoleToLogger()
for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
  // Node would print the error with all that it carries.
  process.on(event, (error: unknown) => {
    logger.error({ err: error }, 'worker broke')
    process.exit(1)
  })
}
run().catch((error: unknown) => {
  logger.error({ err: error }, 'worker could not start')
  process.exit(1)
})
