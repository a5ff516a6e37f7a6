import { loadEnvFile, portalEnvironment, requireSecret } from './environment.mjs'
import { checkNode } from './node-version.mjs'
import { endProcess, startProcess } from './processes.mjs'
import { cleanups, endWithNpm } from './run.mjs'
import { explain, nameCause } from './say.mjs'
import { keepWebs, webCount } from './webs.mjs'

/**
 * Runs one of the portal's processes, or several webs, in the foreground until they end or are told to; their output is
 * ours.
 */
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
    const { stop, ended } = begin(name, await portalEnvironment(database.url))
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)
    endWithNpm(stop)
    await end(await ended)
  } catch (error) {
    explain(nameCause(error))
    await end(1)
  }
}

/** Starts it: `stop` ends it in order, `ended` gives the code with which it is over. */
const begin = (name, env) => {
  const count = name === 'web' ? webCount(env) : 1
  let ending
  let over
  const ended = new Promise((resolve) => {
    over = resolve
  })
  if (count > 1) {
    const webs = keepWebs(count, env, over)
    return { ended, stop: () => (ending ??= webs.stop().then(() => over(0))) }
  }
  const child = startProcess(name, env)
  child.once('exit', (code) => over(code ?? 1))
  return { ended, stop: () => (ending ??= endProcess(child)) }
}
