import { createHash, timingSafeEqual } from 'node:crypto'
import config from '@payload-config'
import { getPayload } from 'payload'
import { metrics } from '@/src/lib/http/metrics'
import { logger } from '@/src/lib/logger'
import { settings } from '@/src/lib/settings'
import { sharedFigures } from '@/src/mechanisms/observe/sharedFigures'

export const dynamic = 'force-dynamic'

/** Figures for Prometheus, by METRICS_TOKEN; without that setting the page does not exist. */
export async function GET(request: Request): Promise<Response> {
  const token = settings().METRICS_TOKEN
  if (!token) return new Response(null, { status: 404 })
  if (!sameText(request.headers.get('authorization') ?? '', `Bearer ${token}`)) {
    return new Response(null, { status: 401, headers: { 'www-authenticate': 'Bearer' } })
  }
  const { registry } = metrics()
  const body = `${await registry.metrics()}\n${await figuresOfDatabase()}`
  return new Response(body, { headers: { 'content-type': registry.contentType, 'cache-control': 'no-store' } })
}

/** The process's own figures are told also when the database is away. */
async function figuresOfDatabase(): Promise<string> {
  try {
    return await sharedFigures(await getPayload({ config }))
  } catch (error) {
    logger.warn({ err: error }, 'no figures of the database')
    return '# HELP kabinet_database_up Whether the database answers\n# TYPE kabinet_database_up gauge\nkabinet_database_up 0\n'
  }
}

/** Compares hashes, so that neither the content nor the length of the token shows in the time taken. */
function sameText(given: string, wanted: string): boolean {
  const [a, b] = [given, wanted].map((text) => createHash('sha256').update(text).digest()) as [Buffer, Buffer] // one for each
  return timingSafeEqual(a, b)
}
