import type { Payload } from 'payload'
import type { Lane } from '@/src/mechanisms/jobs/lanes'
import { allLanes, drainJobs } from './jobs'

/** Pictures give way to files, and would wait for those that nobody takes: they run beside the others, as in a worker. */
const BESIDE: Lane = 'pictures'

/** Drains the queue again and again while something outside waits for its jobs; stop it by the returned function. */
export function pumpJobs(payload: Payload): () => Promise<void> {
  let running = true
  const done = [[BESIDE], allLanes.filter((lane) => lane !== BESIDE)].map(async (lanes) => {
    while (running) {
      await drainJobs(payload, lanes)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  })
  return async () => {
    running = false
    await Promise.all(done)
  }
}
