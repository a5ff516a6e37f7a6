type Work = () => void | Promise<void>

/** Next bundles this module several times; what must be closed hangs on the process, not on one copy. */
const shared = globalThis as typeof globalThis & { kabinetShutdown?: { work: Set<Work>; stopping: boolean } }
const state = (shared.kabinetShutdown ??= { work: new Set(), stopping: false })

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
