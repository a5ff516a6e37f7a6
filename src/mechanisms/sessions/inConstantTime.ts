import { setTimeout as pause } from 'node:timers/promises'

const STEP_MS = 1_000

/**
 * Gives the outcome of the work, good or bad, on a full second from its beginning: whoever asks cannot tell by the
 * time which way it went, as long as both ways take less than a step.
 */
export async function inConstantTime<T>(
  work: () => Promise<T>,
  step = STEP_MS,
  wait: (ms: number) => Promise<unknown> = pause,
): Promise<T> {
  const began = performance.now()
  try {
    return await work()
  } finally {
    const spent = performance.now() - began
    await wait(Math.ceil(spent / step) * step - spent)
  }
}
