/**
 * Lanes are the queues of pg-boss. Many kinds of job share a lane, so an idle portal polls five
 * queues rather than forty; a slow import never stands in the way of a letter, nor pictures in that of an import.
 */
export type Lane = 'default' | 'mail' | 'exchange' | 'pictures' | 'print'
export const lanes: Record<Lane, { concurrency: number; expireInSeconds: number }> = {
  default: { concurrency: 4, expireInSeconds: 300 },
  mail: { concurrency: 4, expireInSeconds: 120 },
  exchange: { concurrency: 3, expireInSeconds: 3_600 },
  pictures: { concurrency: 1, expireInSeconds: 900 },
  print: { concurrency: 1, expireInSeconds: 180 },
}
/** Where a job lies after its last attempt failed, until an administrator replays or drops it. */
export const DEAD = 'dead'
/** Where jobs of switched-off modules lie until their module is on again; nobody works there. */
export const HELD = 'held'
/** LISTEN/NOTIFY channel by which a commit wakes idle workers. */
export const WAKE_CHANNEL = 'kabinet_jobs'
