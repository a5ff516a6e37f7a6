import type { Mutant } from './mutant'
import { exchange } from './rooms/exchange'
import { mechanisms } from './rooms/mechanisms'
import { moneyRoom } from './rooms/money'
import { people } from './rooms/people'
import { portal } from './rooms/portal'
import { readers } from './rooms/readers'

/** The kept list of planted faults: each must turn a test red. `npm run mutants` plants them one after another. */
export const mutants: readonly Mutant[] = [...people, ...moneyRoom, ...readers, ...exchange, ...portal, ...mechanisms]
