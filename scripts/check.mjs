import { ready } from './lib/ready.mjs'
import { checks, runSteps, showFailures } from './lib/steps.mjs'

/** `npm run check`: the steps that `checks` lists, two at a time. */

await ready()
const results = await runSteps(checks(), 2)
showFailures(results)
const failed = results.filter(({ ok }) => !ok).length
process.stdout.write(`\n${results.length - failed} passed, ${failed} failed\n`)
process.exit(failed > 0 ? 1 : 0)
