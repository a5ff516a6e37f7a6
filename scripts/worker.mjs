import { runSingle } from './lib/single.mjs'

await runSingle('worker')
