import { rmSync } from 'node:fs'
import path from 'node:path'
import { inData, root } from './lib/paths.mjs'
import { ready } from './lib/ready.mjs'
import { count } from './lib/report.mjs'
import { explain } from './lib/say.mjs'
import { checks, runLane, showFailures } from './lib/steps.mjs'

/**
 * `npm test`: everything that must hold. Each step without tests of its own (types, lint, import rules, dead code,
 * build) counts as one. A project of tests that finds none, or leaves no report, is a failure and not a silence; so is a
 * skipped test, but for those of the real exports where these are absent, which are named.
 */

const vitest = (project) => {
  const report = inData('steps', `${project}.json`)
  rmSync(report, { force: true })
  return {
    name: project,
    report,
    command: [
      path.join(root, 'node_modules/.bin/vitest'),
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    env: { NO_COLOR: '1' },
  }
}

/**
 * Planted faults are proven by what they were last killed with (tests/mutants/killed.json); of those whose source or
 * tests have changed since, the four quickest are tried here, and all by `npm run mutants -- --changed`.
 */
const mutants = {
  name: 'mutants',
  command: [
    process.execPath,
    '--conditions=production',
    '--import',
    'tsx',
    'scripts/mutants.ts',
    '--changed',
    '--most',
    '4',
    '--no-record',
  ],
}

const echoFigures = ({ output }) => {
  for (const line of output.split('\n'))
    if (/^\s*(access matrix|faults|mutants): \d/.test(line)) process.stdout.write(`${line.trim()}\n`)
}

const build = { name: 'build', command: [process.execPath, 'scripts/build.mjs', '--if-changed'], needed: true }

const main = async () => {
  await ready()
  const began = Date.now()
  const all = []
  const add = (result) => {
    all.push({ ...result, ...count(result, result.report) })
    echoFigures(result)
  }
  // Neither a build nor tests that wait for a browser, a queue or a database keep two cores busy: what needs a build
  // goes beside what needs none.
  await Promise.all([
    runLane([build, vitest('e2e'), vitest('faults')], add),
    runLane([...checks(), vitest('unit'), vitest('int'), vitest('access'), mutants], add),
  ])
  showFailures(all.filter((result) => result.failed > 0).map((result) => ({ ...result, ok: false })))
  const passed = all.reduce((sum, step) => sum + step.passed, 0)
  const failed = all.reduce((sum, step) => sum + step.failed, 0)
  const skipped = all.flatMap((step) => step.skipped)
  if (skipped.length > 0)
    process.stdout.write(
      `\n${skipped.length} skipped, since the shared data do not lie beside this clone:\n${skipped.map((name) => `  ${name}\n`).join('')}`,
    )
  process.stdout.write(`\n${Math.round((Date.now() - began) / 1_000)} s\n${passed} passed, ${failed} failed\n`)
  process.exit(failed > 0 ? 1 : 0)
}

main().catch((error) => {
  explain(error)
  process.exit(1)
})
