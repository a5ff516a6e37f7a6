import { AppError } from '@/src/lib/errors'

export type Gate = { run<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> }

/** Lets `size` pieces of work run at once, the rest in turn; one that is called off while it waits leaves the line. */
export function createGate(size: number): Gate {
  let running = 0
  const line: (() => void)[] = []

  function enter(signal: AbortSignal | undefined): Promise<void> {
    if (running < size) {
      running += 1
      return Promise.resolve()
    }
    return new Promise((resolve, reject) => {
      const go = () => {
        signal?.removeEventListener('abort', leave)
        resolve()
      }
      const leave = () => {
        line.splice(line.indexOf(go), 1)
        reject(new AppError('print.aborted', {}, { status: 499 }))
      }
      if (signal?.aborted) return reject(new AppError('print.aborted', {}, { status: 499 }))
      signal?.addEventListener('abort', leave, { once: true })
      line.push(go)
    })
  }

  return {
    async run(work, signal) {
      await enter(signal)
      try {
        return await work()
      } finally {
        const next = line.shift()
        if (next) next()
        else running -= 1
      }
    },
  }
}
