import { loadEnvFile, portalEnvironment } from './environment.mjs'
import { checkNode } from './node-version.mjs'
import { endProcess, startProcess } from './processes.mjs'
import { endWithNpm } from './run.mjs'
import { explain, nameCause } from './say.mjs'

/** Runs one of the portal's processes in the foreground until it ends or is told to; its output is ours. */
export const runSingle = async (name) => {
  try {
    checkNode()
    loadEnvFile()
    const { openDatabase } = await import('./database.mjs')
    const database = await openDatabase()
    const child = startProcess(name, await portalEnvironment(database.url))
    const end = async () => endProcess(child)
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end)
    endWithNpm(end)
    child.once('exit', async (code) => {
      await database.stop()
      process.exit(code ?? 1)
    })
  } catch (error) {
    explain(nameCause(error))
    process.exit(1)
  }
}
