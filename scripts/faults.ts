// Kills the built portal's processes at random moments while they work, and compares what is left with what should be.
//   npm run faults -- --kills 100 [--seed 7]
// Builds first when sources changed. Works on a throw-away database; nothing outside this machine is touched.
import { parseArgs } from 'node:util'
import { chanceOf } from '../tests/faults/chance'
import { runFaults, summaryOf } from '../tests/faults/faults'
import { startTestServer } from '../tests/support/cluster'
import { build, isBuilt } from './build.mjs'

const { values } = parseArgs({ options: { kills: { type: 'string', default: '20' }, seed: { type: 'string' } } })
const kills = Number(values.kills)
const seed = values.seed === undefined ? Date.now() % 1_000_000 : Number(values.seed)
if (!Number.isInteger(kills) || kills < 2 || kills > 1_000 || !Number.isInteger(seed)) {
  process.stderr.write('--kills is a number from 2 to 1000, --seed a whole number.\n')
  process.exit(2)
}

if (!isBuilt()) await build()
const server = await startTestServer()
let code = 1
try {
  process.stdout.write(`seed ${seed}\n`)
  const outcome = await runFaults(server.url('postgres'), kills, chanceOf(seed), (text) =>
    process.stdout.write(`${text}\n`),
  )
  for (const remark of outcome.remarks) process.stdout.write(`  ${remark}\n`)
  process.stdout.write(`${summaryOf(outcome)}\n`)
  code = outcome.lost + outcome.doubled + outcome.remarks.length === 0 && outcome.kills === kills ? 0 : 1
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
}
await server.stop()
process.exit(code)
