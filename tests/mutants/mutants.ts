import type { Mutant } from './mutant'
import { mechanisms } from './rooms/mechanisms'
import { readers } from './rooms/readers'

/** The kept list of planted faults: each must turn a test red. `npm run mutants` plants them one after another. */
export const mutants: readonly Mutant[] = [...mechanisms, ...readers]
