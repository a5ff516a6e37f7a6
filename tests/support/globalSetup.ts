import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { queryOnce } from '@/scripts/lib/database.mjs'
import { postgresHome } from '@/scripts/lib/postgres-home.mjs'
import { carelessFlags, makeCluster, startCluster, superuser } from '@/scripts/lib/postgres.mjs'
import { testEnvironment } from './environment'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the test server without a database name. */
    postgres: string
    /** The migrated, empty database that each worker's own is cloned from. */
    template: string
  }
}

const PASSWORD = 'only-for-tests'
const root = path.resolve(import.meta.dirname, '../..')

/**
 * One throw-away PostgreSQL for the run, with everything that makes it safe switched off, and one
 * migrated template per state of the migrations, kept for the next run.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_POSTGRES_URL
  const server = given ? { url: given, stop: async () => {} } : await startServer()
  const template = await ensureTemplate(server.url)
  project.provide('postgres', server.url)
  project.provide('template', template)
  return server.stop
}

async function startServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const dir = path.join(postgresHome().base, 'pg-test')
  const start = async () => {
    makeCluster(dir, { password: PASSWORD, careless: true })
    return startCluster(dir, { flags: carelessFlags })
  }
  // Without fsync a machine that lost its power leaves a broken cluster; it holds nothing worth mending.
  const server = await start().catch(() => {
    rmSync(dir, { recursive: true, force: true })
    return start()
  })
  const url = `postgres://${superuser}:${PASSWORD}@127.0.0.1:${server.port}`
  return { url, stop: server.adopted ? async () => {} : server.stop }
}

async function ensureTemplate(url: string): Promise<string> {
  const name = `template_${migrationsHash()}`
  const admin = `${url}/postgres`
  const found = await queryOnce(admin, 'select datname from pg_database where datname like $1', ['template\\_%'])
  const leftovers = await queryOnce(admin, 'select datname from pg_database where datname like $1', ['w\\_%'])
  const stale = [...found, ...leftovers].map(({ datname }) => String(datname)).filter((datname) => datname !== name)
  for (const datname of stale) await queryOnce(admin, `drop database if exists "${datname}" with (force)`)
  if (found.some(({ datname }) => datname === name)) return name
  const making = `${name}_making`
  await queryOnce(admin, `create database "${making}"`)
  execFileSync('npx', ['tsx', 'tests/support/migrateTemplate.ts'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...testEnvironment, DATABASE_URL: `${url}/${making}` },
  })
  // An exit code of 0 proves nothing here; the rows do.
  const rows = await queryOnce(`${url}/${making}`, 'select count(*)::int as count from payload_migrations')
  if (Number(rows[0]?.count ?? 0) === 0) throw new Error('The template database was not migrated')
  await queryOnce(admin, `alter database "${making}" rename to "${name}"`)
  return name
}

function migrationsHash(): string {
  const folder = path.join(root, 'src/migrations')
  const hash = createHash('sha256')
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.ts')).sort()) {
    hash.update(file).update(readFileSync(path.join(folder, file)))
  }
  hash.update(readFileSync(path.join(root, 'src/mechanisms/jobs/lanes.ts')))
  return hash.digest('hex').slice(0, 12)
}
