import type { Endpoint, Payload } from 'payload'
import { liveNews } from '@/collections/messages/notifications/notification.queries'
import { logger } from '@/src/lib/logger'
import { settings } from '@/src/lib/settings'
import { actorOf, type Actor } from '@/src/mechanisms/access/actor'
import { closeLive, liveSubscribers, subscribeLive } from '@/src/mechanisms/live/hub'
import { actorOfSession } from '@/src/mechanisms/sessions/actorOfSession'
import { onShutdown } from '@/src/lib/shutdown'

const HEARTBEAT_MS = 25_000
const STREAMS_PER_PERSON = 8

const open = new Set<() => void>()
onShutdown(async () => {
  for (const close of open) close()
  await closeLive()
})

type News = ReturnType<typeof liveNews>
const asked = new Map<string, News>()

/** One look for all open pages of a person that are told of the same message: it began after the message came. */
function newsOf(payload: Payload, actor: Actor, id: string | undefined): News {
  const key = `${actor.collection}:${actor.id}:${id ?? ''}`
  const running = asked.get(key)
  if (running && id) return running
  const news = liveNews(payload, actor, id)
  asked.set(key, news)
  const forget = (): void => void (asked.get(key) === news && asked.delete(key))
  news.then(forget, forget)
  return news
}

/** `GET /api/live`: an event stream that tells a person's browser that something new is there. */
export const liveEndpoint: Endpoint = {
  path: '/live',
  method: 'get',
  handler: async (req) => {
    const actor = await actorOf(req)
    if (!actor.id) return Response.json({ code: 'auth.required' }, { status: 401 })
    const person = `${actor.collection}:${actor.id}`
    if (liveSubscribers(person) >= STREAMS_PER_PERSON) return Response.json({ code: 'rate.limited' }, { status: 429 })

    const encoder = new TextEncoder()
    let close = (): void => {}
    const stream = new ReadableStream<Uint8Array>({
      async start(controller) {
        const write = (text: string): void => controller.enqueue(encoder.encode(text))
        // Nothing is said without asking anew whose stream it is: a session may have ended, a right been taken away.
        const still = async (say: (actor: Actor) => Promise<void>): Promise<void> => {
          const now = await actorOfSession(req)
          if (now.id === actor.id) return say(now)
          close()
        }
        const attempt = (say: (actor: Actor) => Promise<void>): void => {
          still(say).catch((error: unknown) => logger.warn({ err: error }, 'a live message was not sent'))
        }
        // Whatever was missed or changed, the browser is told how things stand now.
        const unsubscribe = await subscribeLive(settings().DATABASE_URL, person, ({ kind, id }) =>
          attempt(async (now) => {
            if (kind === 'session') return
            write(`event: notification\ndata: ${JSON.stringify(await newsOf(req.payload, now, id))}\n\n`)
          }),
        )
        const beat = setInterval(() => attempt(async () => write(': beat\n\n')), HEARTBEAT_MS)
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
