import type { Endpoint, PayloadRequest } from 'payload'
import { liveNews } from '@/collections/messages/notifications/notification.queries'
import { rateLimited } from '@/src/lib/rateLimited'
import { logger } from '@/src/lib/logger'
import { settings } from '@/src/lib/settings'
import { actorOf } from '@/src/mechanisms/access/actor'
import { errorResponse, refusalResponse } from '@/src/mechanisms/actions/errorResponse'
import { closeLive, liveSubscribers, subscribeLive } from '@/src/mechanisms/live/hub'
import { actorOfSession } from '@/src/mechanisms/sessions/actorOfSession'
import { sidOf } from '@/src/mechanisms/sessions/sessions'
import { onShutdown } from '@/src/lib/shutdown'

const HEARTBEAT_MS = 25_000
const STREAMS_PER_PERSON = 8
/** When a browser with too many open pages may try again. */
const RETRY_SECONDS = 30

const open = new Set<() => void>()
onShutdown(async () => {
  for (const close of open) close()
  await closeLive()
})

/** What is told, or null when nobody stands behind the stream any more. */
type Look = Promise<{ news: Awaited<ReturnType<typeof liveNews>> } | null>
const running = new Map<string, Look>()

/**
 * How things stand for the person of this stream, asked anew each time: the session may have ended, a right been
 * taken away. One look for all open pages of a session that hear of a message: it reaches them within one turn.
 */
function lookFor(req: PayloadRequest, person: string, id: string | undefined): Look {
  const key = `${person}:${sidOf(req) ?? ''}:${id ?? ''}`
  const begun = running.get(key)
  if (begun) return begun
  const look = lookNow(req, person, id)
  running.set(key, look)
  queueMicrotask(() => running.delete(key))
  return look
}

async function lookNow(req: PayloadRequest, person: string, id: string | undefined): Look {
  const now = await actorOfSession(req)
  return `${now.collection}:${now.id}` === person ? { news: await liveNews(req.payload, now, id) } : null
}

/** `GET /api/live`: an event stream that tells a person's browser that something new is there. */
export const liveEndpoint: Endpoint = {
  path: '/live',
  method: 'get',
  handler: async (req) => {
    const actor = await actorOf(req)
    if (!actor.id) return refusalResponse(req, 'auth.required', 401)
    const person = `${actor.collection}:${actor.id}`
    if (liveSubscribers(person) >= STREAMS_PER_PERSON) return errorResponse(req, rateLimited(RETRY_SECONDS))

    const encoder = new TextEncoder()
    let close = (): void => {}
    const stream = new ReadableStream<Uint8Array>({
      async start(controller) {
        const write = (text: string): void => controller.enqueue(encoder.encode(text))
        const attempt = (say: () => Promise<void>): void => {
          say().catch((error: unknown) => logger.warn({ err: error }, 'a live message was not sent'))
        }
        const still = async (): Promise<boolean> => {
          const now = await actorOfSession(req)
          if (now.id !== actor.id) close()
          return now.id === actor.id
        }
        // Whatever was missed or changed, the browser is told how things stand now.
        const unsubscribe = await subscribeLive(settings().DATABASE_URL, person, ({ kind, id }) =>
          attempt(async () => {
            if (kind === 'session') return void (await still())
            const look = await lookFor(req, person, id)
            if (look) write(`event: notification\ndata: ${JSON.stringify(look.news)}\n\n`)
            else close()
          }),
        )
        const beat = setInterval(() => attempt(async () => void ((await still()) && write(': beat\n\n'))), HEARTBEAT_MS)
        close = () => {
          open.delete(close)
          clearInterval(beat)
          unsubscribe()
          try {
            controller.close()
          } catch {
            // The browser went away first.
          }
        }
        open.add(close)
        req.signal?.addEventListener('abort', close, { once: true })
        write('retry: 3000\n: hello\n\n')
      },
      cancel: () => close(),
    })
    return new Response(stream, {
      headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
    })
  },
}
