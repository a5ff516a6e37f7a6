import { ofProcess } from '@/src/lib/ofProcess'
import { rateLimited } from '@/src/lib/rateLimited'

/** Calls of one key within a minute, counted by each process for itself: a row of the database for each call would cost more than most answers. */
const MOST = 600
const WINDOW_MS = 60_000
const MOST_KEYS = 10_000

const windows = ofProcess('front-calls', () => new Map<string, { since: number; calls: number }>())

/** Counts a call of a key. @throws AppError `rate.limited` 429 */
export function callsOf(key: string): void {
  const now = Date.now()
  const window = windows.get(key)
  if (!window || now - window.since >= WINDOW_MS) {
    if (windows.size >= MOST_KEYS) windows.clear()
    windows.set(key, { since: now, calls: 1 })
    return
  }
  window.calls += 1
  if (window.calls > MOST) throw rateLimited(Math.ceil((window.since + WINDOW_MS - now) / 1_000))
}
