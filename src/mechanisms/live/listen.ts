import pg from 'pg'
import { logger } from '@/src/lib/logger'

export type Listener = { close: () => Promise<void> }

const RETRY_MS = 1_000

/**
 * Listens to a PostgreSQL channel on a connection of its own and comes back after a lost one.
 * What was notified while the connection was away is not repeated: listeners re-read their state.
 */
export async function listen(
  connectionString: string,
  channel: string,
  onMessage: (text: string) => void,
  onReconnect: () => void = () => {},
): Promise<Listener> {
  let closed = false
  let client: pg.Client | undefined

  const connect = async (): Promise<void> => {
    const next = new pg.Client({ connectionString, application_name: 'kabinet-listen', keepAlive: true })
    next.on('notification', (message) => onMessage(message.payload ?? ''))
    next.on('error', (error) => {
      logger.warn({ err: error, channel }, 'lost the listening connection')
      void retry()
    })
    await next.connect()
    await next.query(`listen ${pg.escapeIdentifier(channel)}`)
    client = next
  }

  const retry = async (): Promise<void> => {
    const old = client
    client = undefined
    await old?.end().catch(() => {})
    while (!closed && !client) {
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
      if (closed) return
      await connect().then(onReconnect, () => {})
    }
  }

  await connect()
  return {
    close: async () => {
      closed = true
      await client?.end().catch(() => {})
    },
  }
}
