import type { ServerResponse } from 'node:http'

/** Looks at an answer of which nothing is taken, before it is given up: what lies in buffers on the way hides a slow client for a while. */
const LOOKS = 5

/**
 * Cuts answers that their clients have left half-way: bytes lie ready, and none was taken from one look to the next. What
 * is still being made, or is taken slowly, goes on.
 * @returns what ends the looking
 */
export function cutStalled(answers: ReadonlySet<ServerResponse>, everyMs: number): () => void {
  const before = new Map<ServerResponse, { taken: number; looks: number }>()
  const look = (): void => {
    for (const answer of answers) {
      const { socket } = answer
      if (!socket || socket.writableLength === 0) {
        before.delete(answer)
        continue
      }
      const taken = socket.bytesWritten - socket.writableLength
      const last = before.get(answer)
      const looks = last?.taken === taken ? last.looks + 1 : 0
      if (looks >= LOOKS) socket.destroy()
      else before.set(answer, { taken, looks })
    }
  }
  const timer = setInterval(look, everyMs)
  return () => clearInterval(timer)
}
