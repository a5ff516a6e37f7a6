import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { queryOnce } from './database.mjs'
import { root } from './paths.mjs'
import { run } from './run.mjs'
import { Trouble, nameCause } from './say.mjs'

/** Migrating and filling a database, each checked by what the database then holds. */

const wanted = () =>
  readdirSync(path.join(root, 'src/migrations')).filter((file) => /^\d{8}_\d{6}_.*\.ts$/.test(file)).map((file) => file.slice(0, -3))

/** Names of migrations that this database has not had yet. */
export const pendingMigrations = async (url) => {
  const [{ there, queue }] = await queryOnce(url, `select to_regclass('payload_migrations') as there, to_regclass('pgboss.queue') as queue`)
  if (!there || !queue) return wanted()
  const done = new Set((await queryOnce(url, 'select name from payload_migrations')).map((row) => row.name))
  return wanted().filter((name) => !done.has(name))
}

/** Arguments for Node: the bundle when it is built, otherwise the source by tsx. */
const program = (name, source) =>
  existsSync(path.join(root, `dist/${name}.mjs`)) ? [`dist/${name}.mjs`] : ['--conditions=production', '--import', 'tsx', source]

/** Migrates when something is pending; `fromSource` does not trust an older bundle. */
export const migrate = async (env, { fromSource = false } = {}) => {
  const pending = await pendingMigrations(env.DATABASE_URL)
  if (pending.length === 0) return 0
  try {
    await run(process.execPath, fromSource ? ['--conditions=production', '--import', 'tsx', 'scripts/migrate.ts'] : program('migrate', 'scripts/migrate.ts'), { env })
  } catch (error) {
    throw nameCause(error)
  }
  const left = await pendingMigrations(env.DATABASE_URL)
  if (left.length > 0) {
    throw new Trouble(
      `База не обновилась: не применены ${left.join(', ')}. Повторите npm run migrate; если не поможет, приложите вывод к обращению.`,
      `The database was not brought up to date: ${left.join(', ')} did not run. Repeat npm run migrate; if that does not help, report its output.`,
    )
  }
  return pending.length
}

/** Whether nobody works in this database yet. */
export const isEmpty = async (url) => (await queryOnce(url, 'select 1 from staff limit 1')).length === 0

/** Fills an empty database; gives `demo`, `administrator` or `kept`. */
export const seed = async (env, { fromSource = false } = {}) => {
  if (!(await isEmpty(env.DATABASE_URL))) return 'kept'
  const output = await run(process.execPath, fromSource ? ['--conditions=production', '--import', 'tsx', 'scripts/seed.ts'] : program('seed', 'scripts/seed.ts'), { env })
  const done = /^seeded: (\w+)/m.exec(output)?.[1]
  if (!done || (await isEmpty(env.DATABASE_URL))) throw new Error(`The database was not filled:\n${output}`)
  return done
}
