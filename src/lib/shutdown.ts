type Work = () => void | Promise<void>
const work = new Set<Work>()

/** Registers what must be closed before the process may end (streams, listeners, browsers). */
export function onShutdown(run: Work): void {
  work.add(run)
}

/** Runs everything that was registered; one failure does not stop the rest. */
export async function runShutdown(): Promise<void> {
  await Promise.allSettled([...work].map(async (run) => run()))
}
