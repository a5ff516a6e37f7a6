import { sql } from '@payloadcms/db-postgres/drizzle'
import { ofProcess } from '@/src/lib/ofProcess'
import { query, type Runner } from '../database/query'
import { listen, type Listener } from './listen'

/** One listening connection per process, however many browsers are watching. */
export const LIVE_CHANNEL = 'kabinet_live'

export type LiveMessage = { user: string; kind: string; id?: string }

type Subscriber = (message: LiveMessage) => void

const hub = ofProcess('live', (): { subscribers: Map<string, Set<Subscriber>>; listener?: Promise<Listener> } => ({
  subscribers: new Map(),
}))

/** Tells the browsers of a user that something new is there; delivered when the transaction commits. */
export async function publishLive(runner: Runner, message: LiveMessage): Promise<void> {
  await query(runner, sql`select pg_notify(${LIVE_CHANNEL}, ${JSON.stringify(message)})`)
}

/** Calls `onMessage` for each message to `user` until the returned function is called. */
export async function subscribeLive(
  connectionString: string,
  user: string,
  onMessage: Subscriber,
): Promise<() => void> {
  hub.listener ??= listen(connectionString, LIVE_CHANNEL, deliver, announceReconnect)
  await hub.listener
  const mine = hub.subscribers.get(user) ?? new Set()
  mine.add(onMessage)
  hub.subscribers.set(user, mine)
  return () => {
    mine.delete(onMessage)
    if (mine.size === 0) hub.subscribers.delete(user)
  }
}

export const liveSubscribers = (user: string): number => hub.subscribers.get(user)?.size ?? 0

export async function closeLive(): Promise<void> {
  const open = hub.listener
  hub.listener = undefined
  hub.subscribers.clear()
  await (await open)?.close()
}

function deliver(text: string): void {
  const message = JSON.parse(text) as LiveMessage
  for (const tell of hub.subscribers.get(message.user) ?? []) tell(message)
}

/** Messages may have been missed: everyone is told to look again. */
function announceReconnect(): void {
  for (const [user, all] of hub.subscribers) for (const tell of all) tell({ user, kind: 'refresh' })
}
