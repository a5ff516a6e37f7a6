import { spawn } from 'node:child_process'
import path from 'node:path'
import { loadEnvFile, portalEnvironment } from './lib/environment.mjs'
import { root } from './lib/paths.mjs'
import { endProcess } from './lib/processes.mjs'
import { ready } from './lib/ready.mjs'
import { cleanups, endWithNpm } from './lib/run.mjs'
import { explain, nameCause, say } from './lib/say.mjs'

/** `npm run dev`: web and worker from their sources, each renewed when a file changes. */

const atEnd = cleanups()
let ending = false
const end = async (code) => {
  if (ending) return
  ending = true
  await atEnd.run()
  process.exit(code)
}

const launch = (args, env) => {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env,
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  child.once('exit', (code) => void end(code ?? 1))
  atEnd.add(() => endProcess(child, 5_000))
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end(0))
endWithNpm(() => end(0))

await ready()
try {
  loadEnvFile()
  const { openDatabase } = await import('./lib/database.mjs')
  const { migrate, seed } = await import('./lib/migrations.mjs')
  const database = await openDatabase()
  atEnd.add(database.stop)
  const env = await portalEnvironment(database.url, { NODE_ENV: 'development', DEMO: process.env.DEMO || '1' })
  await migrate(env, { fromSource: true })
  await seed(env, { fromSource: true })
  say(`Разработка: ${env.PUBLIC_URL}`, `Development: ${env.PUBLIC_URL}`)
  launch([path.join(root, 'node_modules/next/dist/bin/next'), 'dev', '--port', env.PORT], env)
  launch(
    ['--conditions=production', path.join(root, 'node_modules/tsx/dist/cli.mjs'), 'watch', 'src/worker/main.ts'],
    env,
  )
} catch (error) {
  explain(nameCause(error))
  await end(1)
}
