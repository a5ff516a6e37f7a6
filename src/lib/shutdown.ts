import { ofProcess } from './ofProcess'

type Work = () => void | Promise<void>

const state = ofProcess('shutdown', () => ({ work: new Set<Work>(), stopping: false }))

/** Registers what must be closed before the process may end (streams, listeners, browsers). Gives what takes it back. */
export function onShutdown(run: Work): () => void {
  state.work.add(run)
  return () => state.work.delete(run)
}

/** From here on `/api/ready` answers 503, so that a balancer sends nobody new. */
export function beginShutdown(): void {
  state.stopping = true
}

export const isStopping = (): boolean => state.stopping

/** Runs everything that was registered; one failure does not stop the rest. */
export async function runShutdown(): Promise<void> {
  beginShutdown()
  await Promise.allSettled([...state.work].map(async (run) => run()))
}
