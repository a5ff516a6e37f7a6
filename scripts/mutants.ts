import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Mutant } from '../tests/mutants/mutant'
import { mutants } from '../tests/mutants/mutants'
import { planted, projectOf } from '../tests/mutants/plant'
import { inData, root } from './lib/paths.mjs'

/**
 * `npm run mutants [-- WORDS …] [--part K/N]`: plants each fault of tests/mutants in a copy of the sources, one at a time, and
 * runs its tests, which must fail. Words choose the mutants whose fault or file contains one of them. Ends with
 * `N killed, N survived` and with 1 when a fault went unnoticed or could not be planted.
 */

/** What the copy needs to run tests; packages are shared. */
const PARTS = [
  'app', 'collections', 'deploy', 'docs', 'endpoints', 'globals', 'hooks', 'scripts', 'src', 'tests', '.ci', '.env.example', 'eslint.config.mjs', 'instrumentation.ts', 'knip.json',
  'next.config.mjs', 'package-lock.json', 'package.json', 'payload.config.ts', 'postcss.config.mjs', 'proxy.ts', 'README.en.md', 'README.md', 'tsconfig.json', 'vitest.config.ts',
]

type Verdict = { mutant: Mutant; killed: boolean; seconds: number; why: string }

function copySources(): string {
  const copy = inData('mutants')
  mkdirSync(path.join(copy, 'media'), { recursive: true })
  for (const part of PARTS) {
    rmSync(path.join(copy, part), { recursive: true, force: true })
    if (existsSync(path.join(root, part))) cpSync(path.join(root, part), path.join(copy, part), { recursive: true })
  }
  const packages = path.join(copy, 'node_modules')
  if (!existsSync(packages)) symlinkSync(path.join(root, 'node_modules'), packages, 'dir')
  return copy
}

/** Runs the tests of one mutant: how many ran, how many failed. */
function runTests(copy: string, tests: readonly string[]): Promise<{ passed: number; failed: number; output: string }> {
  const report = path.join(copy, '.mutant.json')
  rmSync(report, { force: true })
  const projects = [...new Set(tests.map(projectOf))].flatMap((project) => ['--project', project])
  const args = [path.join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...projects, ...tests, '--bail', '1', '--maxWorkers', '1', '--reporter=json', `--outputFile.json=${report}`]
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: copy, env: { ...process.env, NO_COLOR: '1', KABINET_SHARED: path.resolve(root, '../shared/data') }, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output = (output + chunk.toString()).slice(-4_000)))
    child.once('close', () => {
      const { numPassedTests = 0, numFailedTests = 0 } = existsSync(report) ? (JSON.parse(readFileSync(report, 'utf8')) as { numPassedTests?: number; numFailedTests?: number }) : {}
      resolve({ passed: numPassedTests, failed: numFailedTests, output })
    })
  })
}

/** Plants one fault, runs its tests, and takes it out again. */
async function tryMutant(copy: string, mutant: Mutant): Promise<Verdict> {
  const began = Date.now()
  const verdict = (killed: boolean, why: string): Verdict => ({ mutant, killed, why, seconds: Math.round((Date.now() - began) / 100) / 10 })
  const target = path.join(copy, mutant.file)
  try {
    writeFileSync(target, planted(root, mutant))
    const { passed, failed, output } = await runTests(copy, mutant.tests)
    if (failed > 0) return verdict(true, '')
    // A file that does not even load proves nothing: the compiler would have told.
    return verdict(false, passed > 0 ? `${passed} tests passed` : `no test ran: ${output.trim().split('\n').slice(-5).join(' | ')}`)
  } catch (error) {
    return verdict(false, error instanceof Error ? error.message : String(error))
  } finally {
    if (existsSync(path.join(root, mutant.file))) cpSync(path.join(root, mutant.file), target)
  }
}

function chosen(args: readonly string[]): readonly Mutant[] {
  const at = args.indexOf('--part')
  const [part = 1, parts = 1] = at < 0 ? [] : (args[at + 1] ?? '').split('/').map(Number)
  const words = args.filter((_word, place) => at < 0 || (place !== at && place !== at + 1))
  return mutants
    .filter(({ fault, file }) => words.length === 0 || words.some((word) => fault.includes(word) || file.includes(word)))
    .filter((_mutant, place) => place % parts === part - 1)
}

const copy = copySources()
const verdicts: Verdict[] = []
for (const mutant of chosen(process.argv.slice(2))) {
  const verdict = await tryMutant(copy, mutant)
  verdicts.push(verdict)
  process.stdout.write(`${verdict.killed ? '✓' : '✗'} ${mutant.file}: ${mutant.fault}  ${verdict.seconds} s${verdict.why ? `\n    ${verdict.why}` : ''}\n`)
}
const killed = verdicts.filter((verdict) => verdict.killed).length
process.stdout.write(`\n${killed} killed, ${verdicts.length - killed} survived\n`)
process.exit(killed === verdicts.length ? 0 : 1)
