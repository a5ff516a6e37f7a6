import { existsSync } from 'node:fs'
import path from 'node:path'
import { inData, root } from './paths.mjs'
import { Trouble } from './say.mjs'

/** The environment of the portal's processes. */

/** Reads `.env` of the clone; what the shell says wins. */
export const loadEnvFile = () => {
  const file = path.join(root, '.env')
  if (existsSync(file)) process.loadEnvFile(file)
}

/** Where the web listens: this machine only, unless HOST says otherwise. Next loses its way under the literal 127.0.0.1. */
export const listenHost = () => (!process.env.HOST || process.env.HOST === '127.0.0.1' ? 'localhost' : process.env.HOST)

/**
 * A database of one's own may have processes on several machines, and a secret that each clone makes for itself would
 * end the sessions that another one has signed: there it must be given.
 */
export const requireSecret = () => {
  if (!process.env.DATABASE_URL || process.env.PAYLOAD_SECRET) return
  throw new Trouble(
    'Задайте PAYLOAD_SECRET (не короче 32 знаков, один для всех процессов портала): с DATABASE_URL он обязателен, см. .env.example.',
    'Set PAYLOAD_SECRET (at least 32 characters, the same for all processes of the portal): with DATABASE_URL it is required, see .env.example.',
  )
}

/** Fills in what this clone knows better than a person: its database, its secret, its folders. */
export const portalEnvironment = async (databaseUrl, extra = {}) => {
  const { ownSecret } = await import('./database.mjs')
  const port = process.env.PORT || '3000'
  return {
    ...process.env,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    KABINET_ROOT: root,
    DATABASE_URL: databaseUrl,
    PAYLOAD_SECRET: process.env.PAYLOAD_SECRET || ownSecret('secret'),
    PORT: port,
    HOSTNAME: listenHost(),
    PUBLIC_URL: process.env.PUBLIC_URL || `http://localhost:${port}`,
    MEDIA_DIR: path.resolve(root, process.env.MEDIA_DIR || 'media'),
    SPOOL_DIR: path.resolve(root, process.env.SPOOL_DIR || inData('spool')),
    // instrumentation.ts ends the web process itself: readiness first, then streams, then requests in flight.
    NEXT_MANUAL_SIG_HANDLE: '1',
    ...extra,
  }
}
