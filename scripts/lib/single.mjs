import { loadEnvFile, portalEnvironment, requireSecret } from './environment.mjs'
import { checkNode } from './node-version.mjs'
import { endProcess, startProcess } from './processes.mjs'
import { cleanups, endWithNpm } from './run.mjs'
import { explain, nameCause } from './say.mjs'

/** Runs one of the portal's processes in the foreground until it ends or is told to; its output is ours. */
export const runSingle = async (name) => {
  const atEnd = cleanups()
  const end = async (code) => {
    await atEnd.run()
    process.exit(code)
  }
  try {
    checkNode()
    loadEnvFile()
    requireSecret()
    const { openDatabase } = await import('./database.mjs')
    const database = await openDatabase()
    atEnd.add(database.stop)
    const child = startProcess(name, await portalEnvironment(database.url))
    let ended
    const stop = () => (ended ??= endProcess(child))
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)
    endWithNpm(stop)
    child.once('exit', (code) => void end(code ?? 1))
  } catch (error) {
    explain(nameCause(error))
    await end(1)
  }
}
