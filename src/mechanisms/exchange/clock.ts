/** A 1C whose clock is ahead by no more than this is taken at its word. */
export const CLOCK_TOLERANCE_MS = 15 * 60_000

/** Condition on a stored moment of data: it is not ahead of the clock, so it may refuse what is older. */
export const isTrusted = (column: string): string =>
  `${column} <= now() + interval '${CLOCK_TOLERANCE_MS / 1_000} seconds'`
