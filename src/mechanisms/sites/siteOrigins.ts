import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'
import { rememberFrontOrigins } from '@/src/lib/http/frontOrigins'
import { originsOf, rememberOrigins } from '@/src/lib/http/knownOrigins'
import { logger } from '@/src/lib/logger'
import { settings } from '@/src/lib/settings'
import { query, type Runner } from '../database/query'

/** Other processes see a new host name of a site within this time. */
const REFRESH_MS = 30_000

/**
 * Takes the host names of all sites as origins of the portal: Payload believes a cookie that comes with one of them,
 * and the proxy lets their pages change things; and, apart from them, the origins whose pages may call the API by a key.
 * Only whole names that an administrator wrote; never a pattern.
 */
export async function refreshOrigins(payload: Payload, runner: Runner = payload): Promise<void> {
  const { PUBLIC_URL } = settings()
  const [hosts, [fronts]] = await Promise.all([
    query<{ host: string }>(
      runner,
      sql`select text as host from sites_texts where path = 'hosts' and text is not null`,
    ),
    query<{ origins: string | null }>(runner, sql`select front_origins as origins from portal_settings limit 1`),
  ])
  const origins = originsOf(
    PUBLIC_URL,
    hosts.map(({ host }) => host),
  )
  rememberOrigins(origins)
  rememberFrontOrigins(fronts?.origins ?? '')
  payload.config.csrf.splice(0, payload.config.csrf.length, ...new Set([PUBLIC_URL, ...origins]))
}

/** At the start of a process: reads them, and in the web goes on reading. */
export async function followOrigins(payload: Payload): Promise<void> {
  const read = (): Promise<void> =>
    refreshOrigins(payload).catch((error: unknown) =>
      logger.warn({ err: error }, 'host names of the sites could not be read'),
    )
  await read()
  if (process.env.NEXT_RUNTIME === 'nodejs') setInterval(() => void read(), REFRESH_MS).unref()
}
