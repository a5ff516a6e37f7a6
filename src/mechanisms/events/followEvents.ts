import type { PayloadRequest } from 'payload'
import { declarations } from '@/src/lib/declarations'
import type { EventType } from './defineEvents'

export type Followed = { type: EventType; entity: string; entityId: string; company: string | null }

export type Follower = {
  key: string
  /** What it follows; events of mechanisms too. */
  types: readonly EventType[]
  /** Queues the work that may wait, in the transaction of the event itself. */
  follow: (req: PayloadRequest, event: Followed) => Promise<void>
}

const registry = declarations<Follower>()

/** Declares work that follows events, of whatever area: what is kept of records is made anew. The area's module lists it among its parts. */
export function followEvents(follower: Follower): Follower {
  registry.set(follower.key, follower)
  return follower
}

/** Called by `recordEvent` alone. */
export async function tellFollowers(req: PayloadRequest, event: Followed): Promise<void> {
  for (const { types, follow } of registry.values()) if (types.includes(event.type)) await follow(req, event)
}
