import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createVitest, type TestModule, type Vitest } from 'vitest/node'
import { queryOnce } from '../../scripts/lib/database.mjs'
import { inData, root } from '../../scripts/lib/paths.mjs'
import { isAlive } from '../../scripts/lib/postgres.mjs'
import type { Mutant } from './mutant'
import { planted, projectOf } from './plant'

/** What came of one mutant. `by` is the test that noticed it; `why` says how it lived on. */
export type Verdict = { mutant: Mutant; killed: boolean; seconds: number; by: string; why: string }

/** A copy of the sources with a vitest of its own, in which one fault after another is planted. */
export type Lane = {
  /** Runs the tests without a fault: the names of those that fail in the copy, where they prove nothing. */
  sound: (tests: readonly string[]) => Promise<string[]>
  /** Plants one fault, runs its tests, and takes it out again. */
  plant: (mutant: Mutant) => Promise<Verdict>
  close: () => Promise<void>
}

/** What the copy needs to run tests; packages are shared. */
const PARTS = [
  'app',
  'collections',
  'deploy',
  'docs',
  'endpoints',
  'globals',
  'hooks',
  'scripts',
  'src',
  'tests',
  '.ci',
  '.env.example',
  'eslint.config.mjs',
  'instrumentation.ts',
  'knip.json',
  'next.config.mjs',
  'package-lock.json',
  'package.json',
  'payload.config.ts',
  'postcss.config.mjs',
  'proxy.ts',
  'README.en.md',
  'README.md',
  'tsconfig.json',
  'vitest.config.ts',
]

/**
 * Opens the lane of this number. Its vitest stays for all its mutants: what has been transformed once is not transformed
 * again, and the throw-away PostgreSQL is started once; each run has a process and a database of its own.
 */
export async function openLane(number: number): Promise<Lane> {
  const copy = copySources(inData(`mutants-${number}`))
  const vitest = await createVitest('test', {
    root: copy,
    watch: false,
    bail: 1,
    maxWorkers: 1,
    reporters: [{}],
    env: { NO_COLOR: '1', KABINET_SHARED: path.resolve(root, '../shared/data') },
  })
  const run = (tests: readonly string[]) =>
    runTests(
      vitest,
      tests.map((test) => path.join(copy, test)),
      tests.map(projectOf),
    )
  return {
    sound: async (tests) => {
      const { failed, broken } = await run(tests)
      return [...failed, ...broken]
    },
    plant: async (mutant) => {
      const began = Date.now()
      const verdict = (killed: boolean, by: string, why: string): Verdict => ({
        mutant,
        killed,
        by,
        why,
        seconds: Math.round((Date.now() - began) / 100) / 10,
      })
      const target = path.join(copy, mutant.file)
      const whole = readFileSync(target)
      try {
        writeFileSync(target, planted(copy, mutant))
        vitest.invalidateFile(target)
        const { passed, failed, broken } = await run(mutant.tests)
        if (failed[0]) return verdict(true, failed[0], '')
        // A file that does not even load proves nothing: the compiler would have told.
        return verdict(false, '', broken.length > 0 ? `no test ran: ${broken.join(' | ')}` : `${passed} tests passed`)
      } catch (error) {
        return verdict(false, '', error instanceof Error ? error.message : String(error))
      } finally {
        writeFileSync(target, whole)
        vitest.invalidateFile(target)
      }
    },
    close: () => vitest.close(),
  }
}

function copySources(copy: string): string {
  mkdirSync(path.join(copy, 'media'), { recursive: true })
  for (const part of PARTS) {
    rmSync(path.join(copy, part), { recursive: true, force: true })
    if (existsSync(path.join(root, part))) cpSync(path.join(root, part), path.join(copy, part), { recursive: true })
  }
  const packages = path.join(copy, 'node_modules')
  if (!existsSync(packages)) symlinkSync(path.join(root, 'node_modules'), packages, 'dir')
  return copy
}

type Outcome = { passed: number; failed: string[]; broken: string[] }

/** Runs files of tests in a fresh process: how many tests passed, which failed, and what kept the others from running. */
async function runTests(vitest: Vitest, files: readonly string[], projects: readonly string[]): Promise<Outcome> {
  const specifications = vitest.projects
    .filter(({ name }) => projects.includes(name))
    .flatMap((project) =>
      files.filter((file) => file.includes(`/tests/${project.name}/`)).map((file) => project.createSpecification(file)),
    )
  vitest.state.filesMap.clear()
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specifications)
  await dropDatabases(vitest)
  const ran = testModules.filter(({ moduleId }) => files.includes(moduleId))
  const tests = ran.flatMap((module) => [...module.children.allTests()])
  return {
    passed: tests.filter((test) => test.result().state === 'passed').length,
    failed: tests.filter((test) => test.result().state === 'failed').map((test) => test.fullName),
    broken: [...ran.flatMap(errorsOf), ...unhandledErrors.map(messageOf)],
  }
}

const errorsOf = (module: TestModule): string[] =>
  [...module.errors(), ...[...module.children.allSuites()].flatMap((suite) => suite.errors())].map(messageOf)

const messageOf = (error: unknown): string =>
  (error && typeof error === 'object' && 'message' in error ? String(error.message) : String(error)).split('\n')[0] ??
  ''

/** Each process made a database; those of processes that have ended would fill a small disk. */
async function dropDatabases(vitest: Vitest): Promise<void> {
  const server = vitest.projects.map((project) => project.getProvidedContext().testServer).find(Boolean)
  if (!server) return
  const rows: { datname: string }[] = await queryOnce(
    server,
    "select datname from pg_database where datname like 'worker_%'",
  )
  const left = rows.filter(({ datname }) => !isAlive(Number(datname.split('_')[1])))
  for (const { datname } of left) await queryOnce(server, `drop database if exists "${datname}"`)
}
