import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { queryOnce } from './database.mjs'
import { root } from './paths.mjs'
import { run } from './run.mjs'
import { Trouble, nameCause } from './say.mjs'

/** Migrating and filling a database, each checked by what the database then holds. */

const wanted = () =>
  readdirSync(path.join(root, 'src/migrations'))
    .filter((file) => /^\d{8}_\d{6}_.*\.ts$/.test(file))
    .map((file) => file.slice(0, -3))

/** Refuses a database that a newer version of the portal has brought up: this one does not know what it holds. */
const refuseNewer = (done) => {
  const known = new Set(wanted())
  const strange = done.filter((name) => !known.has(name))
  if (strange.length === 0) return
  throw new Trouble(
    `База от более новой версии портала: в ней есть ${strange.join(', ')}. Обновите код и запустите ещё раз.`,
    `The database is of a newer version of the portal: it has had ${strange.join(', ')}. Update the code and start again.`,
  )
}

/** Names of migrations that this database has not had yet. */
export const pendingMigrations = async (url) => {
  const [{ there, queue }] = await queryOnce(
    url,
    `select to_regclass('payload_migrations') as there, to_regclass('pgboss.queue') as queue`,
  )
  if (!there || !queue) return wanted()
  const done = (await queryOnce(url, 'select name from payload_migrations where batch >= 0')).map((row) => row.name)
  refuseNewer(done)
  return wanted().filter((name) => !done.includes(name))
}

/** Runs the bundle when it is built, otherwise (or with `fromSource`) the source by tsx; gives its output. */
const runProgram = async (name, env, fromSource) => {
  const bundled = !fromSource && existsSync(path.join(root, `dist/${name}.mjs`))
  const args = bundled ? [`dist/${name}.mjs`] : ['--conditions=production', '--import', 'tsx', `scripts/${name}.ts`]
  try {
    return await run(process.execPath, args, { env })
  } catch (error) {
    const wrong = wrongSetting(error.output ?? '')
    throw wrong ?? nameCause(error)
  }
}

/** The sentence of a setting that is missing or wrong, when that is what a process ended with. */
export const wrongSetting = (output) => {
  const sentence = /\b[A-Z][A-Z0-9_]+ [^\n]*see \.env\.example\./.exec(output)?.[0]
  return sentence ? new Trouble(`Неверная настройка: ${sentence}`, `A setting is wrong: ${sentence}`) : null
}

/** Migrates when something is pending; `fromSource` does not trust an older bundle. */
export const migrate = async (env, { fromSource = false } = {}) => {
  const pending = await pendingMigrations(env.DATABASE_URL)
  // Each deployment also opens the store that the settings name.
  if (pending.length === 0 && !env.S3_BUCKET) return 0
  await runProgram('migrate', env, fromSource)
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
  const output = await runProgram('seed', env, fromSource)
  const done = /^seeded: (\w+)/m.exec(output)?.[1]
  if (!done || (await isEmpty(env.DATABASE_URL))) throw new Error(`The database was not filled:\n${output}`)
  return done
}
