import { ofProcess } from '@/src/lib/ofProcess'

const FRESH_MS = 30_000
const MOST = 500

const known = ofProcess('catalogue-counts', () => new Map<string, { at: number; value: Promise<unknown> }>())

/**
 * Counts over the whole catalogue cost more than the page they stand beside and hold nothing of a
 * person: they are remembered for half a minute by what was asked.
 */
export function rememberedCount<T>(key: string, count: () => Promise<T>): Promise<T> {
  const held = known.get(key)
  // The key names one question, and one question has one type of answer.
  if (held && Date.now() - held.at < FRESH_MS) return held.value as Promise<T>
  const value = count()
  if (known.size >= MOST) known.clear()
  known.set(key, { at: Date.now(), value })
  value.catch(() => known.delete(key))
  return value
}

/** Called when the catalogue has changed in this process. */
export function forgetCounts(): void {
  known.clear()
}
