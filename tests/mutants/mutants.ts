import type { Mutant } from './mutant'

/** The kept list of planted faults: each must turn a test red. `npm run mutants` plants them one after another. */
export const mutants: readonly Mutant[] = []
