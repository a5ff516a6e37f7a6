import { spawn } from 'node:child_process'
import { createWriteStream, mkdirSync } from 'node:fs'
import path from 'node:path'
import { inData, root } from './paths.mjs'

/** Named steps of a long check: each shows its time, its output goes to a file and is shown when it fails. */

const bin = (name) => path.join(root, 'node_modules/.bin', name)

/** The steps of `npm run check`. */
export const checks = () => [
  {
    name: 'lint',
    command: [bin('eslint'), '--cache', '--cache-location', inData('eslint'), '--max-warnings', '0', '.'],
  },
  // Not first: a build that starts beside it writes anew what next-env.d.ts names.
  { name: 'types', command: [bin('tsc'), '--noEmit'] },
  {
    name: 'format',
    command: [
      bin('prettier'),
      '--check',
      '--cache',
      '--cache-location',
      inData('prettier'),
      '--log-level',
      'warn',
      '**/*.{ts,tsx,mjs,cjs}',
    ],
  },
  {
    name: 'import rules',
    command: [
      bin('depcruise'),
      '--config',
      '.dependency-cruiser.cjs',
      '--cache',
      inData('depcruise'),
      ...sources(),
      'payload.config.ts',
    ],
  },
  { name: 'sql', command: [process.execPath, '--import', 'tsx', 'scripts/sql.ts'] },
  { name: 'docs', command: [process.execPath, '--import', 'tsx', 'scripts/docs.ts'] },
  { name: 'dead code', command: [bin('knip'), '--cache', '--cache-location', inData('knip'), '--no-progress'] },
]

const sources = () => ['app', 'collections', 'globals', 'endpoints', 'src', 'scripts', 'tests']

/**
 * Runs one step to its end.
 * @returns {Promise<{ name: string, ok: boolean, seconds: number, output: string }>}
 */
export const runStep = ({ name, command, env = {} }) =>
  new Promise((resolve) => {
    const began = Date.now()
    mkdirSync(inData('steps'), { recursive: true })
    const log = createWriteStream(inData('steps', `${name.replace(/\W+/g, '-')}.log`))
    const child = spawn(command[0], command.slice(1), {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk
        log.write(chunk)
      })
    }
    const done = (ok) => {
      log.end()
      const seconds = Math.round((Date.now() - began) / 100) / 10
      process.stdout.write(`${ok ? '✓' : '✗'} ${name}  ${seconds} s\n`)
      resolve({ name, ok, seconds, output })
    }
    child.once('error', (error) => {
      output += error.message
      done(false)
    })
    child.once('close', (code) => done(code === 0))
  })

/** Runs all steps, at most `width` at a time, and gives their results in order. */
export const runSteps = async (steps, width) => {
  const results = []
  const waiting = steps.map((step, index) => ({ step, index }))
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) results[next.index] = await runStep(next.step)
  }
  await Promise.all(Array.from({ length: width }, lane))
  return results
}

/**
 * Runs the steps one after another and tells `done` of each, with the `report` that it leaves. Once one has failed that
 * the rest is `needed` by, the rest fails untried.
 */
export const runLane = async (steps, done) => {
  let lacking = null
  for (const step of steps) {
    if (lacking) done({ name: step.name, ok: false, seconds: 0, output: `Not tried: ${lacking} failed.` })
    else {
      const result = await runStep(step)
      done({ ...result, report: step.report })
      if (step.needed && !result.ok) lacking = step.name
    }
  }
}

/** Shows what failed steps said. */
export const showFailures = (results) => {
  for (const { name, output } of results.filter(({ ok }) => !ok)) {
    process.stdout.write(`\n── ${name} ──\n${output.trim().slice(-12_000)}\n`)
  }
}
