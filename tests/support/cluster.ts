import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { queryOnce } from '../../scripts/lib/database.mjs'
import { root } from '../../scripts/lib/paths.mjs'
import { postgresHome } from '../../scripts/lib/postgres-home.mjs'
import {
  carelessFlags,
  isAlive,
  makeCluster,
  runningServer,
  startCluster,
  superuser,
} from '../../scripts/lib/postgres.mjs'

/** A throw-away PostgreSQL for one run of the tests, copied from a cold one that is migrated already. */

export const TEMPLATE = 'kabinet_template'
const PASSWORD = 'throw-away'
/** What the entity of `tests/specimen` needs beside what the migrations make. */
const SPECIMEN = path.join(root, 'tests/specimen/schema.sql')

export type TestServer = { url: (database: string) => string; stop: () => Promise<void> }

/** Starts a server of its own; ends, with its data, by `stop`. The first call after a changed schema also migrates. */
export async function startTestServer(flags: Record<string, string> = {}): Promise<TestServer> {
  const { base } = postgresHome()
  await removeLeftovers(base)
  const cold = await coldCluster(base)
  const dir = path.join(base, `test-run-${process.pid}-${Date.now()}`)
  const copied = spawnSync('cp', ['-a', cold, dir])
  if (copied.status !== 0) throw new Error(`The test database could not be copied: ${String(copied.stderr)}`)
  const server = await startCluster(dir, { flags: { ...carelessFlags, ...flags } })
  return {
    url: (database) => address(server.port, database),
    stop: async () => {
      await server.stop()
      for (const left of [dir, `${dir}.log`]) rmSync(left, { recursive: true, force: true })
    },
  }
}

const address = (port: number, database: string): string =>
  `postgres://${superuser}:${PASSWORD}@127.0.0.1:${port}/${database}`

/** The stopped cluster with the migrated template database; made once for each state of the migrations. */
async function coldCluster(base: string): Promise<string> {
  const name = `test-cold-${schemaHash()}`
  const cold = path.join(base, name)
  if (existsSync(cold)) return cold
  const making = path.join(base, `test-run-${process.pid}-making`)
  makeCluster(making, { password: PASSWORD, careless: true })
  const server = await startCluster(making, { flags: carelessFlags })
  try {
    await queryOnce(address(server.port, 'postgres'), `create database ${TEMPLATE}`)
    migrate(address(server.port, TEMPLATE))
    await queryOnce(address(server.port, TEMPLATE), readFileSync(SPECIMEN, 'utf8'))
  } finally {
    await server.stop()
  }
  rmSync(`${making}.log`, { force: true })
  for (const old of readdirSync(base))
    if (old.startsWith('test-cold-') && old !== name) rmSync(path.join(base, old), { recursive: true, force: true })
  try {
    renameSync(making, cold)
  } catch (error) {
    if (!existsSync(cold)) throw error // another run was quicker
    rmSync(making, { recursive: true, force: true })
  }
  return cold
}

/** Everything that decides what the migrated template looks like. */
function schemaHash(): string {
  const hash = createHash('sha256').update(postgresHome().version)
  const folder = path.join(root, 'src/migrations')
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .sort()
    .map((file) => path.join(folder, file))
  for (const file of [...files, SPECIMEN, path.join(root, 'src/mechanisms/jobs/lanes.ts')])
    hash.update(file).update(readFileSync(file))
  return hash.digest('hex').slice(0, 16)
}

function migrate(url: string): void {
  const done = spawnSync(process.execPath, ['--conditions=production', '--import', 'tsx', 'scripts/migrate.ts'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...testEnvironment, NODE_OPTIONS: '', DATABASE_URL: url },
  })
  // An exit code of 0 is not enough: the script says how many migrations the table holds.
  if (done.status !== 0 || !/^migrated: [1-9]/m.test(done.stdout)) {
    throw new Error(`The test database could not be migrated:\n${done.stdout}\n${done.stderr}`)
  }
}

/** What the portal's settings are in every test process. */
export const testEnvironment = {
  NODE_ENV: 'test' as const,
  PAYLOAD_SECRET: 'for-tests-only-0123456789-0123456789-abcdef',
  PUBLIC_URL: 'http://localhost:3000',
  LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent',
}

/** Servers and folders of runs that were killed. */
async function removeLeftovers(base: string): Promise<void> {
  for (const name of readdirSync(base)) {
    const owner = /^test-run-(\d+)-/.exec(name)?.[1]
    if (!owner || isAlive(Number(owner))) continue
    const dir = path.join(base, name)
    const server = runningServer(dir)
    if (server) process.kill(server.pid, 'SIGQUIT')
    rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}
