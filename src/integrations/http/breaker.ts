export type Breaker = {
  /** False while the other side is taken for dead; lets one probe through once it has cooled. */
  allows(): boolean
  succeeded(): void
  failed(): void
}

export type BreakerOptions = {
  /** failures in a row that open it */
  failures: number
  /** how long it stays open, ms */
  coolMs: number
  now?: () => number
}

/** A circuit breaker: after `failures` in a row no call leaves for `coolMs`, then one probe decides. */
export function createBreaker({ failures, coolMs, now = Date.now }: BreakerOptions): Breaker {
  let inRow = 0
  let openedAt: number | null = null
  let probing = false

  return {
    allows() {
      if (openedAt === null) return true
      if (probing || now() - openedAt < coolMs) return false
      probing = true
      return true
    },
    succeeded() {
      inRow = 0
      openedAt = null
      probing = false
    },
    failed() {
      inRow += 1
      if (probing || inRow >= failures) openedAt = now()
      probing = false
    },
  }
}
