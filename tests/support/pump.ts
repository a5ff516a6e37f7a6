import type { Payload } from 'payload'
import { allLanes, drainJobs } from './jobs'

/**
 * Drains the queue again and again while something outside waits for its jobs; stop it by the returned function. Lanes
 * side by side, as in a worker: pictures give way to files, and would wait for those that nobody took.
 */
export function pumpJobs(payload: Payload): () => Promise<void> {
  let running = true
  const done = allLanes.map(async (lane) => {
    while (running) {
      await drainJobs(payload, [lane])
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  })
  return async () => {
    running = false
    await Promise.all(done)
  }
}
