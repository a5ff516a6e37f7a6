import cluster from 'node:cluster'
import os from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { root } from './paths.mjs'
import { endProcess, fileOf } from './processes.mjs'
import { Trouble, say } from './say.mjs'

/** Several web processes behind one port: Node shares the listening socket among them. */

const MOST = 64
/** One that has lived this long has served; one that has not says that starting it again will not help. */
const SERVED_MS = 10_000

/**
 * How many web processes `npm run serve` runs: WEB_PROCESSES, else one core is left to the database.
 * @throws Trouble when WEB_PROCESSES is no whole number from 1 to 64
 */
export const webCount = ({ WEB_PROCESSES } = process.env, cores = os.availableParallelism()) => {
  if (!WEB_PROCESSES) return Math.min(MOST, Math.max(1, cores - 1))
  const count = Number(WEB_PROCESSES)
  if (Number.isInteger(count) && count >= 1 && count <= MOST) return count
  throw new Trouble(
    `WEB_PROCESSES=${WEB_PROCESSES} не годится: нужно целое число от 1 до ${MOST}.`,
    `WEB_PROCESSES=${WEB_PROCESSES} will not do: a whole number from 1 to ${MOST} is needed.`,
  )
}

/**
 * Keeps `count` web processes running: one that dies is started again, each time a little later, while the others serve.
 * @param {number} count
 * @param {Record<string, string>} env
 * @param {(code: number) => void} onEnd called when the last one has ended by itself and starting another will not help
 * @returns {{ stop: () => Promise<void> }} stop ends all of them in order
 */
export const keepWebs = (count, env, onEnd) => {
  cluster.setupPrimary({ exec: fileOf('web'), cwd: root, execArgv: [], serialization: 'json' })
  const living = new Set()
  let stopping = false
  const launch = (failures) => {
    const worker = cluster.fork(env)
    const launched = Date.now()
    living.add(worker)
    worker.once('listening', ({ port }) => {
      const { pid } = worker.process
      say(
        `Веб-процесс ${pid} принимает запросы на порту ${port}`,
        `The web process ${pid} takes requests on port ${port}`,
      )
    })
    worker.once('exit', async (code, signal) => {
      living.delete(worker)
      if (stopping) return
      const served = Date.now() - launched > SERVED_MS
      if (!served && living.size === 0) return onEnd(code || 1)
      const again = served ? 1 : failures + 1
      const delay = Math.min(30, 2 ** (again - 1))
      say(
        `Веб-процесс ${worker.process.pid} завершился (${signal ?? code}), запускаем новый через ${delay} с`,
        `The web process ${worker.process.pid} has ended (${signal ?? code}), starting another one in ${delay} s`,
      )
      await pause(delay * 1_000)
      if (!stopping) launch(again)
    })
  }
  for (let index = 0; index < count; index += 1) launch(0)
  return {
    stop: async () => {
      stopping = true
      await Promise.all([...living].map((worker) => endProcess(worker.process)))
    },
  }
}
