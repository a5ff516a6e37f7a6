export type Dice = {
  /** A whole number from `min` to `max`, both included. */
  int: (min: number, max: number) => number
  chance: (share: number) => boolean
  pick: <T>(from: readonly T[]) => T
}

/** The same seed throws the same numbers on every machine (mulberry32): the demo looks alike each time. */
export function dice(seed: number): Dice {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let value = Math.imul(state ^ (state >>> 15), state | 1)
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61)
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296
  }
  const int = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1))
  return {
    int,
    chance: (share) => next() < share,
    pick: <T>(from: readonly T[]): T => {
      const picked = from[int(0, from.length - 1)]
      if (picked === undefined) throw new RangeError('pick: nothing to pick from')
      return picked
    },
  }
}
