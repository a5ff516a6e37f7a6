import config from '@payload-config'
import { getPayload } from 'payload'
import { checkStorage } from '@/src/integrations/storage/fromSettings'
import { logger } from '@/src/lib/logger'
import { isStopping } from '@/src/lib/shutdown'
import { readyState } from '@/src/mechanisms/observe/readyState'
import { migrations } from '@/src/migrations'

export const dynamic = 'force-dynamic'

const PATIENCE_MS = 3_000

/**
 * Whether a balancer may send people here: the database answers, its schema and its queue are this code's, nobody
 * asked us to stop. A store that is down is named but keeps the portal open: all web processes share it, and most of
 * what people do needs no file.
 */
export async function GET(): Promise<Response> {
  const [reason, storage] = await Promise.all([isStopping() ? 'stopping' : whyNot(), storageWorks()])
  return Response.json(
    { status: reason ? 'unavailable' : 'ok', ...(reason ? { reason } : {}), storage: storage ? 'ok' : 'unavailable' },
    { status: reason ? 503 : 200, headers: { 'cache-control': 'no-store' } },
  )
}

async function whyNot(): Promise<'database' | 'migrations' | 'queue' | null> {
  try {
    const { applied, queue } = await inTime(readyState(await getPayload({ config })))
    if (!migrations.every(({ name }) => applied.has(name))) return 'migrations'
    return queue ? null : 'queue'
  } catch (error) {
    logger.warn({ err: error }, 'not ready: the database')
    return 'database'
  }
}

async function storageWorks(): Promise<boolean> {
  try {
    await inTime(checkStorage())
    return true
  } catch (error) {
    logger.warn({ err: error }, 'the file store does not work')
    return false
  }
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${PATIENCE_MS} ms`)), PATIENCE_MS)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
