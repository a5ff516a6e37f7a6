import { loadEnvFile, portalEnvironment, requireSecret } from './lib/environment.mjs'
import { checkNode } from './lib/node-version.mjs'
import { cleanups } from './lib/run.mjs'
import { explain, nameCause, say } from './lib/say.mjs'

/** `npm run migrate`: brings the database to this code's schema and gives an empty one its administrator. */

const atEnd = cleanups()
let code = 0
try {
  checkNode()
  loadEnvFile()
  requireSecret()
  const { openDatabase } = await import('./lib/database.mjs')
  const { migrate, seed } = await import('./lib/migrations.mjs')
  const database = await openDatabase()
  atEnd.add(database.stop)
  const env = await portalEnvironment(database.url)
  const applied = await migrate(env)
  const filled = await seed(env)
  say(`Применено миграций: ${applied}; данные: ${filled}`, `Migrations applied: ${applied}; contents: ${filled}`)
} catch (error) {
  explain(nameCause(error))
  code = 1
}
await atEnd.run()
process.exit(code)
