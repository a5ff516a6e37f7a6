import type { DialoguePorts, DialogueSession } from './dialogue-ports'

export type IdlePorts = {
  /** Sessions that have files nobody asked to import and that have been silent since `before` (ms). */
  idle: (before: number) => Promise<{ session: DialogueSession; type: string; filenames: string[] }[]>
  startImport: DialoguePorts['startImport']
  now: DialoguePorts['now']
}

/** A minute between two chunks is normal for a slow line; two minutes of silence are the end of a run. */
const IDLE_MS = 120_000

/**
 * UT can be set never to call `import`: a session that has gone quiet is started by the portal itself. To be called by a
 * schedule; starting what has been started already changes nothing. Returns how many files were started.
 */
export async function startIdle(ports: IdlePorts, idleMs = IDLE_MS): Promise<number> {
  let started = 0
  for (const { session, type, filenames } of await ports.idle(ports.now() - idleMs)) {
    for (const filename of filenames) {
      await ports.startImport(session, type, filename)
      started += 1
    }
  }
  return started
}
