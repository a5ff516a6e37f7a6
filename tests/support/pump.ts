import type { Payload } from 'payload'
import { drainJobs } from './jobs'

/** Drains the queue again and again while something outside waits for its jobs; stop it by the returned function. */
export function pumpJobs(payload: Payload): () => Promise<void> {
  let running = true
  const done = (async () => {
    while (running) {
      await drainJobs(payload)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  })()
  return async () => {
    running = false
    await done
  }
}
