import { AppError } from '@/src/lib/errors'
import { rateLimited } from '@/src/lib/rateLimited'

/** When a person with a full line of prints may come again. */
const RETRY_SECONDS = 10

export type Turn = {
  /** Whose work it is; what nobody owns, the portal's own, stands in one line that is held to no share. */
  owner?: string
  signal?: AbortSignal
}

export type Gate = { run<T>(work: () => Promise<T>, turn?: Turn): Promise<T> }

type Waiting = { go: () => void; owner: string }

/**
 * Lets `size` pieces of work run at once, of one owner no more than `each`, the rest in turn: owner by owner, so
 * that one who asks for much waits for himself. One that is called off while it waits leaves the line.
 * @throws AppError `rate.limited` 429 beyond `waiting` pieces of one owner
 */
export function createGate(size: number, { each = size, waiting = Infinity } = {}): Gate {
  const running = new Map<string, number>()
  const lines = new Map<string, Waiting[]>()
  const busy = (): number => [...running.values()].reduce((sum, count) => sum + count, 0)
  const isFree = (owner: string): boolean => busy() < size && (owner === '' || (running.get(owner) ?? 0) < each)

  function enter({ owner = '', signal }: Turn): Promise<void> {
    const line = lines.get(owner) ?? []
    if (line.length === 0 && isFree(owner)) {
      count(owner, 1)
      return Promise.resolve()
    }
    if (owner !== '' && line.length >= waiting) return Promise.reject(rateLimited(RETRY_SECONDS))
    return new Promise((resolve, reject) => {
      const off = (): void => reject(new AppError('print.aborted', {}, { status: 499 }))
      if (signal?.aborted) return off()
      const leave = (): void => {
        line.splice(line.indexOf(one), 1)
        tidy(owner, line)
        off()
      }
      const go = (): void => {
        signal?.removeEventListener('abort', leave)
        resolve()
      }
      const one = { go, owner }
      signal?.addEventListener('abort', leave, { once: true })
      line.push(one)
      lines.set(owner, line)
    })
  }

  function next(): void {
    for (const [owner, line] of [...lines]) {
      const one = isFree(owner) ? line.shift() : undefined
      if (!one) continue
      // Whoever has been served goes to the end of the owners.
      lines.delete(owner)
      if (line.length > 0) lines.set(owner, line)
      count(owner, 1)
      one.go()
    }
  }

  function count(owner: string, by: number): void {
    const now = (running.get(owner) ?? 0) + by
    if (now > 0) running.set(owner, now)
    else running.delete(owner)
  }

  function tidy(owner: string, line: readonly Waiting[]): void {
    if (line.length === 0) lines.delete(owner)
  }

  return {
    async run(work, turn = {}) {
      await enter(turn)
      try {
        return await work()
      } finally {
        count(turn.owner ?? '', -1)
        next()
      }
    },
  }
}
